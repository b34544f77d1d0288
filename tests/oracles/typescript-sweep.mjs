// Judges refactorings of a folder of TypeScript, one JSON object a line on standard input, one a line on standard output:
//   {"files":{path: text or null}}      what the compiler says anew in these files and in those that import them, with these texts laid over the folder (null: deleted)
// Arguments: the module of the compiler, the folder, compiler options as JSON.
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import fs from 'node:fs';
import path from 'node:path';

const [compiler, root, given] = process.argv.slice(2);
const ts = (await import(pathToFileURL(compiler).href)).default;
const options = {
  target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.Preserve, moduleResolution: ts.ModuleResolutionKind.Bundler, jsx: ts.JsxEmit.Preserve, strict: true, noEmit: true, allowJs: true, checkJs: false,
  skipLibCheck: true, esModuleInterop: true, experimentalDecorators: true, types: [], allowImportingTsExtensions: true, ...(given ? ts.convertCompilerOptionsFromJson(JSON.parse(given), root).options : {}),
};
const isSource = name => /\.(ts|tsx|mts|cts|js|jsx|mjs|cjs)$/.test(name);
function* walk(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name.startsWith('.')) continue;
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(full);
    else if (isSource(entry.name)) yield full;
  }
}

const files = new Set([...walk(root)].sort());
const overlay = new Map();
const versions = new Map();
const exists = f => overlay.has(f) ? overlay.get(f) !== null : fs.existsSync(f);
const read = f => overlay.has(f) ? overlay.get(f) ?? undefined : fs.existsSync(f) ? fs.readFileSync(f, 'utf8') : undefined;
const service = ts.createLanguageService({
  getCompilationSettings: () => options,
  getScriptFileNames: () => [...files].filter(exists),
  getScriptVersion: f => String(versions.get(f) ?? 0),
  getScriptSnapshot: f => { const text = read(f); return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text); },
  getCurrentDirectory: () => root,
  getDefaultLibFileName: o => ts.getDefaultLibFilePath(o),
  fileExists: exists, readFile: read, directoryExists: d => ts.sys.directoryExists(d) || [...overlay.keys()].some(f => f.startsWith(d + '/')), getDirectories: ts.sys.getDirectories, useCaseSensitiveFileNames: () => true,
}, ts.createDocumentRegistry());

const relative = f => path.relative(root, f).split(path.sep).join('/');
const diagnosticsOf = f => [...service.getSyntacticDiagnostics(f), ...service.getSemanticDiagnostics(f)]
  .map(d => ({ key: `${d.code}`, text: `${relative(f)}: TS${d.code} ${ts.flattenDiagnosticMessageText(d.messageText, ' ')}` }));

function importersOf(targets) {
  const program = service.getProgram();
  return program.getSourceFiles().filter(s => !s.fileName.includes('node_modules/typescript')).filter(s => (s.imports ?? []).some(i =>
    targets.has(program.getResolvedModuleFromModuleSpecifier?.(i, s)?.resolvedModule?.resolvedFileName))).map(s => s.fileName);
}

const before = new Map();
function known(f) {
  if (!before.has(f)) before.set(f, fs.existsSync(f) ? diagnosticsOf(f) : []);
  return before.get(f);
}

function check(texts) {
  const touched = new Set(Object.keys(texts).map(f => path.join(root, f)).filter(isSource));
  const old = new Set([...touched, ...importersOf(touched)]);
  const was = new Map();
  for (const f of old) for (const d of known(f)) was.set(d.key, (was.get(d.key) ?? 0) + 1);
  const set = (f, text) => { if (text === undefined) overlay.delete(f); else overlay.set(f, text); versions.set(f, (versions.get(f) ?? 0) + 1); };
  for (const [f, text] of Object.entries(texts)) { set(path.join(root, f), text); files.add(path.join(root, f)); }
  const now = new Set([...old, ...importersOf(touched)].filter(exists));
  const found = [...now].flatMap(diagnosticsOf);
  const counts = new Map();
  for (const d of found) counts.set(d.key, (counts.get(d.key) ?? 0) + 1);
  const grown = new Set([...counts].filter(([key, n]) => n > (was.get(key) ?? 0)).map(([key]) => key));
  for (const f of Object.keys(texts)) { set(path.join(root, f), undefined); if (!fs.existsSync(path.join(root, f))) files.delete(path.join(root, f)); }
  return { fresh: found.filter(d => grown.has(d.key)).map(d => d.text) };
}

for await (const line of createInterface({ input: process.stdin })) process.stdout.write(JSON.stringify(check(JSON.parse(line).files)) + '\n');
