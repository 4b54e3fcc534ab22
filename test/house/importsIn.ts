import ts from 'typescript';

export interface Import {
  /** As it is written; `undefined` where it is not a plain string, so that nobody can tell what is imported. */
  readonly specifier: string | undefined;
  /** Whether nothing of it is left in the JavaScript. */
  readonly typesOnly: boolean;
  /** 1-based. */
  readonly line: number;
}

/** Every import of a source: static, re-exported, dynamic, of a type in place, `require`, and `/// <reference>`. */
export function importsIn(text: string): readonly Import[] {
  const source = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest);
  const imports = source.typeReferenceDirectives.map(({ fileName, pos }): Import => {
    return { specifier: fileName, typesOnly: true, line: source.getLineAndCharacterOfPosition(pos).line + 1 };
  });
  const visit = (node: ts.Node) => {
    const found = importOf(node);
    if (found !== undefined) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      imports.push({ specifier: literal(found.from), typesOnly: found.typesOnly, line: line + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return imports;
}

interface FoundImport {
  readonly from: ts.Node | undefined;
  readonly typesOnly: boolean;
}

function importOf(node: ts.Node): FoundImport | undefined {
  if (ts.isImportDeclaration(node)) {
    return { from: node.moduleSpecifier, typesOnly: importsTypes(node.importClause) };
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
    return { from: node.moduleSpecifier, typesOnly: node.isTypeOnly || areTypes(node.exportClause) };
  }
  if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) {
    return { from: node.moduleReference.expression, typesOnly: node.isTypeOnly };
  }
  if (ts.isImportTypeNode(node)) {
    return { from: ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, typesOnly: true };
  }
  if (ts.isCallExpression(node) && isImporting(node.expression)) {
    return { from: node.arguments[0], typesOnly: false };
  }
  return undefined;
}

/** A clause of which every name is a type; without a clause the module is run. */
function importsTypes(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return false;
  return clause.isTypeOnly || (clause.name === undefined && areTypes(clause.namedBindings));
}

function areTypes(names: ts.NamedImportBindings | ts.NamedExportBindings | undefined): boolean {
  if (names === undefined || !(ts.isNamedImports(names) || ts.isNamedExports(names))) return false;
  return names.elements.length > 0 && names.elements.every(({ isTypeOnly }) => isTypeOnly);
}

function isImporting(called: ts.Expression): boolean {
  return (
    called.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(called) && called.text === 'require')
  );
}

function literal(node: ts.Node | undefined): string | undefined {
  return node !== undefined && ts.isStringLiteralLike(node) ? node.text : undefined;
}
