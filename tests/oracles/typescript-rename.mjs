// Answers questions about a folder of TypeScript, one JSON object a line on standard input, one a line on standard output:
//   {"ask":"seeds"}                            every declared name: path, start, name, kind
//   {"ask":"rename","path","start"}            where the language service renames, keeping the other name of a shorthand or an import (places) or changing both (plain)
//   {"ask":"check","files":{path: text}}       diagnostics of the whole program with these texts, that were not there before
//   {"ask":"own","path","start","name"}        the same for what the language service itself would do
// Offsets are UTF-16. Arguments: the module of the compiler, the folder, and optionally compiler options as JSON.
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import fs from 'node:fs';
import path from 'node:path';

const [compiler, root, given] = process.argv.slice(2);
const ts = (await import(pathToFileURL(compiler).href)).default;
const options = {
  target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, moduleResolution: ts.ModuleResolutionKind.Bundler, jsx: ts.JsxEmit.Preserve,
  strict: true, noEmit: true, allowJs: true, checkJs: false, skipLibCheck: true, esModuleInterop: true, resolveJsonModule: true, experimentalDecorators: true,
  types: [], noImplicitOverride: false, ...(given ? ts.convertCompilerOptionsFromJson(JSON.parse(given), root).options : {}),
};

const isSource = name => /\.(ts|tsx|mts|cts|js|jsx|mjs|cjs)$/.test(name);
function* walk(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'node_modules' || entry.name.startsWith('.') || entry.name.endsWith('.min.js')) continue;
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(full);
    else if (isSource(entry.name)) yield full;
  }
}

const files = [...walk(root)].sort();
const overlay = new Map();
const versions = new Map();
const host = {
  getCompilationSettings: () => options,
  getScriptFileNames: () => files,
  getScriptVersion: f => String(versions.get(f) ?? 0),
  getScriptSnapshot: f => {
    const text = overlay.get(f) ?? (fs.existsSync(f) ? fs.readFileSync(f, 'utf8') : undefined);
    return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
  },
  getCurrentDirectory: () => root,
  getDefaultLibFileName: o => ts.getDefaultLibFilePath(o),
  fileExists: fs.existsSync, readFile: f => fs.readFileSync(f, 'utf8'), directoryExists: ts.sys.directoryExists, getDirectories: ts.sys.getDirectories,
  useCaseSensitiveFileNames: () => true,
};
const service = ts.createLanguageService(host, ts.createDocumentRegistry());
const relative = f => path.relative(root, f).split(path.sep).join('/');
const absolute = f => path.join(root, f);

function seeds() {
  const found = [];
  const program = service.getProgram();
  for (const file of files) {
    const source = program.getSourceFile(file);
    const visit = node => {
      if (node.name && (ts.isIdentifier(node.name) || ts.isPrivateIdentifier(node.name)) && isDeclaration(node))
        found.push({ path: relative(file), start: node.name.getStart(source), name: node.name.text, kind: ts.SyntaxKind[node.kind] });
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return found;
}
const isDeclaration = node => !ts.isPropertyAccessExpression(node) && !ts.isMetaProperty(node) && !ts.isJsxAttribute(node) && !ts.isNamedTupleMember(node);

function rename({ path: file, start }) {
  const full = absolute(file);
  const info = service.getRenameInfo(full, start, { allowRenameOfImportPath: false });
  if (!info.canRename) return { refused: info.localizedErrorMessage };
  const placesBy = providePrefixAndSuffixTextForRename => (service.findRenameLocations(full, start, false, false, { providePrefixAndSuffixTextForRename }) ?? [])
    .map(p => ({ path: relative(p.fileName), start: p.textSpan.start, length: p.textSpan.length }));
  return { places: placesBy(true), plain: placesBy(false) };
}

// Diagnostics are compared by file and code: texts hold the names that a rename changes.
const diagnosticsOf = f => [...service.getSyntacticDiagnostics(f), ...service.getSemanticDiagnostics(f)]
  .map(d => ({ key: `${relative(f)}: TS${d.code}`, text: ts.flattenDiagnosticMessageText(d.messageText, ' ') }));
const countByKey = found => found.reduce((counts, d) => counts.set(d.key, (counts.get(d.key) ?? 0) + 1), new Map());
let before;

function check({ files: texts }) {
  before ??= countByKey(files.flatMap(diagnosticsOf));
  const set = (f, text) => { text === undefined ? overlay.delete(f) : overlay.set(f, text); versions.set(f, (versions.get(f) ?? 0) + 1); };
  for (const [file, text] of Object.entries(texts)) set(absolute(file), text);
  const now = files.flatMap(diagnosticsOf);
  const grown = new Set([...countByKey(now)].filter(([key, count]) => count > (before.get(key) ?? 0)).map(([key]) => key));
  for (const file of Object.keys(texts)) set(absolute(file), undefined);
  return { fresh: now.filter(d => grown.has(d.key)).map(d => `${d.key} ${d.text}`) };
}

/** What the service's own rename would break: nothing, diagnostics, or a declaration that is not ours to change. */
function own({ path: file, start, name }) {
  const places = service.findRenameLocations(absolute(file), start, false, false, { providePrefixAndSuffixTextForRename: true }) ?? [];
  if (places.some(p => !files.includes(p.fileName))) return { fresh: ['it changes a file outside'] };
  const texts = {};
  for (const place of [...places].sort((a, b) => b.textSpan.start - a.textSpan.start)) {
    const key = relative(place.fileName);
    const text = texts[key] ?? fs.readFileSync(place.fileName, 'utf8');
    texts[key] = text.slice(0, place.textSpan.start) + (place.prefixText ?? '') + name + (place.suffixText ?? '') + text.slice(place.textSpan.start + place.textSpan.length);
  }
  return check({ files: texts });
}

for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  const answer = { seeds, rename, check, own }[question.ask](question);
  process.stdout.write(JSON.stringify(answer) + '\n');
}
