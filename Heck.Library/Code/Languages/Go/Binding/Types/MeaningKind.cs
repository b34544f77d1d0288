namespace Heck.Code.Languages.Go.Binding.Types;

internal enum MeaningKind
{
    Value,
    Type,
    Package,
    Builtin,
}
