namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>The parts that propagate declared types, which ask each other.</summary>
internal sealed class TypeChecker
{
    public TypeChecker(TsProgram program)
    {
        Nodes = new TypeNodes(program);
        Symbols = new SymbolTypes(program);
        Expressions = new ExpressionTypes(program);
        Properties = new PropertyLookup(program);
        Heritage = new Heritage(program);
        Calls = new CallResolution(program);
        Contexts = new ContextualTypes(program);
        Narrowing = new Narrowing(program);
        Substitution = new Substitution(program);
        Jsx = new JsxTypes(program);
        JsDoc = new JsDocTypes(program);
        Conditionals = new ConditionalTypes(program);
    }

    public TypeNodes Nodes { get; }

    public SymbolTypes Symbols { get; }

    public ExpressionTypes Expressions { get; }

    public PropertyLookup Properties { get; }

    public Heritage Heritage { get; }

    public CallResolution Calls { get; }

    public ContextualTypes Contexts { get; }

    public Narrowing Narrowing { get; }

    public Substitution Substitution { get; }

    public JsxTypes Jsx { get; }

    public JsDocTypes JsDoc { get; }

    public ConditionalTypes Conditionals { get; }
}
