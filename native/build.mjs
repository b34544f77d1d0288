// Compiles tree-sitter, its grammars and src/heck_ts.c into one shared library per runtime identifier.
// usage: node build.mjs --out DIR [--compiler auto|cc|zig] RID...     writes DIR/RID/<library>
// HeckNativeCache=DIR takes a ready library from there when its key matches, and keeps a new one there.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const here = dirname(fileURLToPath(import.meta.url));
const modules = join(here, 'node_modules');
const runtime = join(modules, 'tree-sitter', 'vendor', 'tree-sitter', 'lib');
const grammars = {
  typescript: 'tree-sitter-typescript/typescript', tsx: 'tree-sitter-typescript/tsx', javascript: 'tree-sitter-javascript',
  python: 'tree-sitter-python', go: 'tree-sitter-go', csharp: 'tree-sitter-c-sharp',
};

const mac = { library: 'libheckts.dylib', link: ['-Wl,-dead_strip'] };
const windows = { library: 'heckts.dll', link: ['-s'] };
const linux = { library: 'libheckts.so', link: ['-Wl,--gc-sections', '-Wl,-Bsymbolic', '-s'] };
// glibc 2.17 is the oldest that .NET itself supports.
const targets = {
  'linux-x64': { ...linux, zig: 'x86_64-linux-gnu.2.17' }, 'linux-arm64': { ...linux, zig: 'aarch64-linux-gnu.2.17' },
  'linux-musl-x64': { ...linux, zig: 'x86_64-linux-musl' }, 'linux-musl-arm64': { ...linux, zig: 'aarch64-linux-musl' },
  'win-x64': { ...windows, zig: 'x86_64-windows-gnu' }, 'win-arm64': { ...windows, zig: 'aarch64-windows-gnu' },
  'osx-x64': { ...mac, zig: 'x86_64-macos-none' }, 'osx-arm64': { ...mac, zig: 'aarch64-macos-none' },
};
const cflags = ['-std=gnu11', '-O2', '-g0', '-fvisibility=hidden', '-fno-semantic-interposition', '-fno-plt', '-ffunction-sections', '-D_DEFAULT_SOURCE', '-DNDEBUG', '-w'];

const { values, positionals: rids } = parseArgs({
  options: { out: { type: 'string' }, compiler: { type: 'string', default: 'auto' } }, allowPositionals: true,
});
if (!values.out || !rids.length) fail('usage: node build.mjs --out DIR [--compiler auto|cc|zig] RID...');
for (const rid of rids) await build(rid);

async function build(rid) {
  const target = targets[rid] ?? fail(`no native target for '${rid}'; there are: ${Object.keys(targets).join(', ')}`);
  const compiler = chooseCompiler(rid, target);
  const key = keyOf(rid, compiler);
  const objects = join(resolve(values.out), rid), library = join(objects, target.library);
  const cached = process.env.HeckNativeCache && join(process.env.HeckNativeCache, key, target.library);
  mkdirSync(objects, { recursive: true });
  if (cached && existsSync(cached)) return place(cached, library);

  restore(here);
  if (compiler.zig) restore(join(here, 'zig'));
  forgetObjectsOfAnotherKey(objects, keyOf(rid, compiler, false));
  const fpic = rid.startsWith('win') ? [] : ['-fPIC'];
  const units = sources().map(unit => ({ ...unit, object: join(objects, `${unit.name}.o`) }));
  await inParallel(units.filter(stale), unit =>
    run(compiler, [...cflags, ...fpic, ...unit.include.map(i => `-I${i}`), '-c', unit.file, '-o', unit.object]));
  await run(compiler, ['-shared', '-o', `${library}.new`, ...units.map(unit => unit.object), ...target.link]);
  renameSync(`${library}.new`, library);
  if (cached) {
    mkdirSync(dirname(cached), { recursive: true });
    place(library, cached);
  }
}

function chooseCompiler(rid, target) {
  const cc = process.env.CC || 'cc', version = spawnSync(cc, ['--version'], { encoding: 'utf8' });
  const usable = version.status === 0 && rid === hostRid();
  if (values.compiler === 'cc' && !usable) fail(`'${cc}' cannot build for ${rid} here; use --compiler zig`);
  if (values.compiler !== 'zig' && usable) return { command: cc, before: [], identity: version.stdout.split('\n')[0] };
  if (hostRid() !== 'linux-x64' && hostRid() !== 'linux-musl-x64')
    fail(`'${cc}' cannot build for ${rid} here, and npm has zig for linux-x64 only; install a C compiler (Windows: winget install LLVM.LLVM, then CC=clang; macOS: xcode-select --install)`);
  const cache = join(resolve(values.out), 'zig-cache');
  return {
    zig: true, command: join(here, 'zig', 'node_modules', '@ryoppippi', 'zig-linux-x64', 'zig'),
    before: ['cc', '-target', target.zig, '-fno-sanitize=undefined'], identity: readFileSync(join(here, 'zig', 'package-lock.json'), 'utf8'),
    env: { ZIG_GLOBAL_CACHE_DIR: cache, ZIG_LOCAL_CACHE_DIR: cache },
  };
}

function hostRid() {
  const system = { win32: 'win', darwin: 'osx' }[process.platform] ?? 'linux';
  const musl = system === 'linux' && !process.report.getReport().header.glibcVersionRuntime;
  return `${system}${musl ? '-musl' : ''}-${process.arch}`;
}

function keyOf(rid, compiler, withOwnSources = true) {
  const hash = createHash('sha256').update(`${rid}\n${compiler.identity}\n`);
  for (const file of ['package-lock.json', 'build.mjs']) hash.update(readFileSync(join(here, file)));
  if (withOwnSources) for (const file of readdirSync(join(here, 'src')).sort()) hash.update(readFileSync(join(here, 'src', file)));
  return hash.digest('hex').slice(0, 32);
}

/** npm ci, when what is installed is not what the lock file says. */
function restore(folder) {
  const lock = join(folder, 'package-lock.json'), stamp = join(folder, 'node_modules', '.heck-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === readFileSync(lock, 'utf8')) return;
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: folder, shell: true, stdio: ['ignore', 'ignore', 'inherit'] });
  if (npm.status !== 0) fail(`'npm ci' failed in ${folder}; npm comes with Node.js (Debian: apt-get install nodejs npm)`);
  copyFileSync(lock, stamp);
}

/** Modification times say nothing about a new grammar version (npm packs files with one fixed date), so objects go with their key. */
function forgetObjectsOfAnotherKey(objects, key) {
  const stamp = join(objects, 'key');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return;
  for (const file of readdirSync(objects)) rmSync(join(objects, file));
  writeFileSync(stamp, key);
}

function sources() {
  const units = [{ name: 'heck_ts', file: join(here, 'src', 'heck_ts.c'), include: [join(runtime, 'src'), join(runtime, 'include'), join(here, 'src')] }];
  for (const [name, folder] of Object.entries(grammars)) {
    const src = join(modules, folder, 'src');
    for (const part of ['parser', 'scanner']) {
      const file = join(src, `${part}.c`);
      if (existsSync(file)) units.push({ name: `${name}-${part}`, file, include: [src] });
    }
  }
  return units.sort((a, b) => statSync(b.file).size - statSync(a.file).size);
}

function stale(unit) {
  if (!existsSync(unit.object)) return true;
  if (unit.name !== 'heck_ts') return false;
  const built = statSync(unit.object).mtimeMs;
  return readdirSync(join(here, 'src')).some(file => statSync(join(here, 'src', file)).mtimeMs > built);
}

async function inParallel(items, work) {
  const queue = [...items];
  const worker = async () => { while (queue.length) await work(queue.shift()); };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}

function run(compiler, args) {
  return new Promise(done => {
    const child = spawn(compiler.command, [...compiler.before, ...args], { stdio: ['ignore', 'inherit', 'pipe'], env: { ...process.env, ...compiler.env } });
    // Kept back unless it failed: what zig says of its own C libraries would become MSBuild warnings.
    let said = '';
    child.stderr.on('data', text => said += text);
    child.on('error', error => fail(`cannot start ${compiler.command}: ${error.message}; install a C compiler (Debian: apt-get install gcc libc6-dev)`));
    child.on('close', code => code === 0 ? done() : fail(`${compiler.command} ${args.join(' ')} failed:\n${said}`));
  });
}

/** A reader never sees half a library. */
function place(from, to) {
  const temporary = `${to}.${process.pid}`;
  copyFileSync(from, temporary);
  utimesSync(temporary, new Date(), new Date());
  renameSync(temporary, to);
}

/** The form that MSBuild shows as an error. */
function fail(message) {
  console.error(`native/build.mjs : error HECKNATIVE: ${message}`);
  process.exit(1);
}
