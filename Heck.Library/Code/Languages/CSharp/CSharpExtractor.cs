using Heck.Code.Languages.Extraction;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp;

/// <summary>
/// Reads C# by Roslyn's syntax alone. A file is parsed with no preprocessor symbol defined; what that leaves out is read by parsing again
/// with the symbols that its conditions name, one set after another, and taking from each only what no parse before has seen.
/// </summary>
internal sealed partial class CSharpExtractor : IFactExtractor
{
    private readonly FactWriter _writer = new();

    /// <summary>Symbols by where their name stands, to find the parents of what another branch adds.</summary>
    private readonly Dictionary<int, int> _known = [];
    private Utf8Offsets _offsets = Utf8Offsets.Decode([]);

    /// <summary>The regions that this parse is to add; null for all.</summary>
    private Regions? _wanted;

    /// <summary>The end of a using or of the name of a namespace, whose names are no references.</summary>
    private int _toldUntil;

    /// <summary>Of the tree that is being read, once it has shown a record with parameters.</summary>
    private PositionalProperties? _positional;

    public void Extract(ReadOnlyMemory<byte> utf8, FileFacts facts, CancellationToken ct)
    {
        _writer.Begin(utf8, facts);
        _known.Clear();
        _offsets = Utf8Offsets.Decode(utf8.Span);
        _wanted = null;
        var root = ConditionalCode.Parse(_offsets.Text, [], ct);
        facts.ParseErrors = ErrorCount(root);
        Read(root, ct);
        if (!root.ContainsDirectives) return;
        foreach (var (branch, added) in ConditionalCode.OtherBranches(_offsets.Text, root, ct))
        {
            _wanted = added;
            _writer.CloseBefore(int.MaxValue);
            Read(branch, ct);
        }
    }

    public void Dispose()
    {
    }

    private static int ErrorCount(CompilationUnitSyntax root) =>
        root.ContainsDiagnostics ? root.SyntaxTree.GetDiagnostics().Count(d => d.Severity == DiagnosticSeverity.Error) : 0;

    private void Read(CompilationUnitSyntax root, CancellationToken ct)
    {
        _toldUntil = 0;
        _positional = null;
        foreach (var node in root.DescendantNodes())
        {
            ct.ThrowIfCancellationRequested();
            // Where it starts without its comments is looked up down to its first token, which in a long sum is far.
            _writer.CloseBefore(node.FullSpan.Start);
            Visit(node);
        }

        _writer.CloseBefore(int.MaxValue);
    }

    private void Visit(SyntaxNode node)
    {
        // Most nodes are expressions, and of these only names matter.
        if (node is ExpressionSyntax)
        {
            if (node is SimpleNameSyntax name) ReadName(name);
            return;
        }

        switch (node)
        {
            case UsingDirectiveSyntax directive: ReadUsing(directive); break;
            case BaseNamespaceDeclarationSyntax declaration: DeclareNamespace(declaration); break;
            case BaseTypeDeclarationSyntax type: DeclareType(type); break;
            case DelegateDeclarationSyntax type: Declare(type, type.Identifier, SymbolKind.Delegate, type.Span.End); break;
            case EnumMemberDeclarationSyntax member: Declare(member, member.Identifier, SymbolKind.EnumMember, member.Span.End); break;
            case MethodDeclarationSyntax method: Declare(method, method.Identifier, SymbolKind.Method, BodyStart(method)); break;
            case ConstructorDeclarationSyntax method: Declare(method, method.Identifier, SymbolKind.Constructor, method.Initializer?.SpanStart ?? BodyStart(method)); break;
            case DestructorDeclarationSyntax method: Declare(method, method.Identifier, SymbolKind.Method, BodyStart(method)); break;
            case OperatorDeclarationSyntax method: DeclareOperator(method, method.OperatorKeyword, method.OperatorToken); break;
            case ConversionOperatorDeclarationSyntax method: DeclareOperator(method, method.ImplicitOrExplicitKeyword, method.Type.GetLastToken()); break;
            case LocalFunctionStatementSyntax function: Declare(function, function.Identifier, SymbolKind.Function, BodyStart(function)); break;
            case PropertyDeclarationSyntax property: Declare(property, property.Identifier, SymbolKind.Property, BodyStart(property)); break;
            case IndexerDeclarationSyntax property: Declare(property, property.ThisKeyword, SymbolKind.Property, BodyStart(property)); break;
            case EventDeclarationSyntax property: Declare(property, property.Identifier, SymbolKind.Event, BodyStart(property)); break;
            case VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax field } variable: DeclareField(field, variable); break;
            case ParameterSyntax parameter when IsPositionalProperty(parameter): Declare(parameter, parameter.Identifier, SymbolKind.Property, parameter.Span.End); break;
        }
    }
}
