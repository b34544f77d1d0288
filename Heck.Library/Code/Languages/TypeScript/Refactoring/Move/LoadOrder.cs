using Heck.Code.Languages.TypeScript.Binding;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Contracts;

namespace Heck.Code.Languages.TypeScript.Refactoring.Move;

/// <summary>Which module loads which: imports of values, not of types.</summary>
internal static class LoadOrder
{
    /// <summary>Whether loading a file loads another.</summary>
    public static bool Reaches(TsProgram program, RepoPath from, RepoPath to, IReadOnlySet<(RepoPath, RepoPath)> without)
    {
        var (seen, open) = (new HashSet<RepoPath> { from }, new Stack<RepoPath>([from]));
        while (open.TryPop(out var path))
        {
            if (program.Load(path)?.File is not { } file) continue;
            foreach (var next in Loaded(program, file).Where(n => !without.Contains((path, n))))
            {
                if (next == to) return true;
                if (seen.Add(next)) open.Push(next);
            }
        }

        return false;
    }

    public static bool IsTypeOnly(TsNode statement) =>
        statement.Has(T.Type) || statement.Get(K.ImportClause) is { Exists: true } clause && clause.Named.All(c => c.Kind == K.NamedImports) && clause.Get(K.NamedImports).All(K.ImportSpecifier).ToList() is { Count: > 0 } names && names.TrueForAll(n => n.Has(T.Type));

    /// <summary>Whether code runs when its file is loaded: not in the body of a function, nor in a field of an object that is not made yet.</summary>
    public static bool RunsAtLoad(TsNode node)
    {
        var function = Containers.FunctionOf(node);
        return function.IsNone || function.Kind == K.ClassStaticBlock || (function.Kind == K.PublicFieldDefinition && function.Has(T.Static));
    }

    public static bool IsTypePosition(TsNode name) => name.Kind == K.TypeIdentifier
        || name.Ancestor(a => a.Kind is K.TypeQuery or K.NestedTypeIdentifier or K.TypeAnnotation or K.TypeArguments or K.ImplementsClause or K.StatementBlock or K.InterfaceDeclaration or K.TypeAliasDeclaration).Kind
            is K.TypeQuery or K.NestedTypeIdentifier or K.TypeAnnotation or K.TypeArguments or K.ImplementsClause or K.InterfaceDeclaration or K.TypeAliasDeclaration;

    private static IEnumerable<RepoPath> Loaded(TsProgram program, TsFile file) =>
        file.Root.Children.Where(c => c.Kind is K.ImportStatement or K.ExportStatement && !IsTypeOnly(c)).Select(c => c.Get(F.Source)).Where(s => s.Exists)
            .Select(s => program.Import(file, s.StringValue() ?? "")?.File.Path).OfType<RepoPath>().Where(p => p != file.Path).Distinct();
}
