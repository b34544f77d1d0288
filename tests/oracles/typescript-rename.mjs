// Answers questions about a folder of TypeScript, one JSON object a line on standard input, one a line on standard output:
//   {"ask":"seeds"}                            every declared name: path, start, name, kind
//   {"ask":"rename","path","start"}            where the language service renames: path, start, length
//   {"ask":"check","files":{path: text}}       diagnostics of these files and of those that import them, that were not there before
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
    if (entry.name === 'node_modules' || entry.name.startsWith('.')) continue;
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
  const places = service.findRenameLocations(full, start, false, false, { providePrefixAndSuffixTextForRename: false }) ?? [];
  return { places: places.map(p => ({ path: relative(p.fileName), start: p.textSpan.start, length: p.textSpan.length })) };
}

const diagnosticsOf = f => [...service.getSyntacticDiagnostics(f), ...service.getSemanticDiagnostics(f)].map(d => `${relative(f)}: TS${d.code} ${ts.flattenDiagnosticMessageText(d.messageText, ' ')}`);
const before = new Map();
const known = f => before.get(f) ?? before.set(f, diagnosticsOf(f).length).get(f);

function importersOf(changed) {
  const program = service.getProgram();
  return files.filter(f => program.getSourceFile(f)?.imports?.some(i => changed.has(program.getResolvedModuleFromModuleSpecifier(i)?.resolvedModule?.resolvedFileName)));
}

function check({ files: texts }) {
  const changed = new Set(Object.keys(texts).map(absolute));
  const concerned = [...new Set([...changed, ...importersOf(changed)])];
  concerned.forEach(known);
  const set = (f, text) => { text === undefined ? overlay.delete(f) : overlay.set(f, text); versions.set(f, (versions.get(f) ?? 0) + 1); };
  for (const [file, text] of Object.entries(texts)) set(absolute(file), text);
  const fresh = concerned.flatMap(f => { const now = diagnosticsOf(f); return now.length > known(f) ? now : []; });
  for (const f of changed) set(f, undefined);
  return { fresh };
}

for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  const answer = { seeds, rename, check }[question.ask](question);
  process.stdout.write(JSON.stringify(answer) + '\n');
}
