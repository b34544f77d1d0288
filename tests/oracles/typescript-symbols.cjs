// The declarations that the TypeScript compiler sees. Paths come on standard input, one a line; each declaration goes out as
// path, line, column, kind and name with tabs between, lines and columns from 1, the name as JSON.
// A file that the compiler cannot parse without errors goes out as path and `error`.
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const ts = require(join(__dirname, '../../eng/test-tools/node_modules/typescript'));

const K = ts.SyntaxKind;
const named = new Map([
  [K.ModuleDeclaration, 'namespace'], [K.ClassDeclaration, 'class'], [K.ClassExpression, 'class'], [K.InterfaceDeclaration, 'interface'],
  [K.EnumDeclaration, 'enum'], [K.EnumMember, 'enum_member'], [K.TypeAliasDeclaration, 'type_alias'],
  [K.FunctionDeclaration, 'function'], [K.FunctionExpression, 'function'], [K.MethodDeclaration, 'method'], [K.MethodSignature, 'method'],
  [K.GetAccessor, 'property'], [K.SetAccessor, 'property'], [K.PropertySignature, 'property'], [K.PropertyDeclaration, 'field'],
]);

const lines = [];
for (const path of readFileSync(0, 'utf8').split('\n').filter(Boolean)) {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  if (file.parseDiagnostics.length > 0) lines.push(`${path}\terror`);
  visit(path, file, file);
}
process.stdout.write(lines.join('\n') + '\n');

function visit(path, file, node) {
  const emit = (name, kind) => {
    const { line, character } = file.getLineAndCharacterOfPosition(name.getStart(file));
    const text = ts.isStringLiteralLike(name) ? file.text.slice(name.getStart(file) + 1, name.end - 1) : name.getText(file);
    lines.push([path, line + 1, character + 1, kind, JSON.stringify(text)].join('\t'));
  };
  if (named.has(node.kind) && node.name && node.name.getWidth(file) > 0) emit(node.name, named.get(node.kind));
  else if (ts.isConstructorDeclaration(node)) emit(node.getChildren(file).find(c => c.kind === K.ConstructorKeyword), 'constructor');
  else if (ts.isParameter(node) && ts.isParameterPropertyDeclaration(node, node.parent) && ts.isIdentifier(node.name)) emit(node.name, 'field');
  else if (ts.isVariableDeclaration(node) && isOfModule(node)) {
    const flags = ts.getCombinedNodeFlags(node) & ts.NodeFlags.BlockScoped;
    const plain = ts.isIdentifier(node.name) ? valueKind(node.initializer) : undefined;
    const kind = plain ?? (flags === ts.NodeFlags.None || flags === ts.NodeFlags.Let ? 'variable' : 'constant');
    for (const name of boundNames(node.name)) emit(name, kind);
  }
  ts.forEachChild(node, child => visit(path, file, child));
}

// A variable that is given a function or a class is told as such.
function valueKind(value) {
  if (value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value))) return 'function';
  return value && ts.isClassExpression(value) ? 'class' : undefined;
}

function boundNames(name) {
  return ts.isIdentifier(name) ? [name] : name.elements.flatMap(e => ts.isOmittedExpression(e) ? [] : boundNames(e.name));
}

// `var` belongs to the file or namespace when no function is around it, others when no block is either.
function isOfModule(declaration) {
  if (!ts.isVariableDeclarationList(declaration.parent)) return false;
  const blockScoped = ts.getCombinedNodeFlags(declaration) & ts.NodeFlags.BlockScoped;
  for (let node = declaration.parent.parent; node; node = node.parent) {
    if (ts.isSourceFile(node) || ts.isModuleBlock(node)) return true;
    if (ts.isFunctionLike(node) || ts.isClassStaticBlockDeclaration(node)) return false;
    if (blockScoped && !ts.isVariableStatement(node)) return false;
  }
  return false;
}
