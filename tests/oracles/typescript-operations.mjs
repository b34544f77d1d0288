// Compiles and runs trees before and after a refactoring. Reads one JSON object from standard input:
//   { compiler, cases: [{ name, input, expected, runs }] }      runs: "node main.ts", or nothing
// and writes [{ name, fresh: [new diagnostics], before, after }]: what the compiler says anew, and what the program printed.
import { spawnSync } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const { compiler, cases } = JSON.parse(fs.readFileSync(0, 'utf8'));
const ts = (await import(pathToFileURL(compiler).href)).default;
const base = {
  target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.Preserve, moduleResolution: ts.ModuleResolutionKind.Bundler, jsx: ts.JsxEmit.Preserve, strict: true, noEmit: true,
  allowJs: true, checkJs: false, skipLibCheck: true, esModuleInterop: true, isolatedModules: true, types: [], allowImportingTsExtensions: true,
};

function* walk(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(full);
    else yield full;
  }
}
const isSource = name => /\.(ts|tsx|mts|cts|js|jsx|mjs|cjs)$/.test(name);
const documents = new Map();
function optionsOf(folder) {
  const config = path.join(folder, 'tsconfig.json');
  if (!fs.existsSync(config)) return base;
  const given = ts.convertCompilerOptionsFromJson(ts.readConfigFile(config, f => fs.readFileSync(f, 'utf8')).config.compilerOptions ?? {}, folder).options;
  return { ...base, ...given };
}

function diagnose(folder) {
  const options = optionsOf(folder);
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) => {
    if (!name.includes('/lib.')) return read(name, ...rest);
    if (!documents.has(name)) documents.set(name, read(name, ...rest));
    return documents.get(name);
  };
  const program = ts.createProgram([...walk(folder)].filter(isSource), options, host);
  return ts.getPreEmitDiagnostics(program).map(d => `TS${d.code} ${d.file ? path.relative(folder, d.file.fileName) : ''} ${ts.flattenDiagnosticMessageText(d.messageText, ' ')}`);
}

function run(folder, command) {
  if (!command) return null;
  const out = fs.mkdtempSync(path.join(os.tmpdir(), 'heck-ops-'));
  for (const file of walk(folder)) {
    const to = path.join(out, path.relative(folder, file));
    fs.mkdirSync(path.dirname(to), { recursive: true });
    if (!/\.(ts|tsx|mts|cts)$/.test(file)) { fs.copyFileSync(file, to); continue; }
    const { outputText } = ts.transpileModule(fs.readFileSync(file, 'utf8'), { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.CommonJS, esModuleInterop: true, jsx: ts.JsxEmit.React }, fileName: file });
    fs.writeFileSync(to.replace(/\.([mc]?)tsx?$/, '.$1js'), outputText);
  }
  const [, main] = command.split(' ');
  const result = spawnSync('node', [main.replace(/\.([mc]?)tsx?$/, '.$1js')], { cwd: out, encoding: 'utf8' });
  fs.rmSync(out, { recursive: true });
  return { code: result.status, out: result.stdout, error: result.status === 0 ? '' : result.stderr.slice(0, 800) };
}

const count = list => list.reduce((counts, d) => counts.set(d.split(' ')[0], (counts.get(d.split(' ')[0]) ?? 0) + 1), new Map());
const answers = cases.map(({ name, input, expected, runs }) => {
  const known = count(diagnose(input));
  const now = diagnose(expected);
  const grown = new Set([...count(now)].filter(([code, n]) => n > (known.get(code) ?? 0)).map(([code]) => code));
  return { name, fresh: now.filter(d => grown.has(d.split(' ')[0])), before: run(input, runs), after: run(expected, runs) };
});
process.stdout.write(JSON.stringify(answers));
