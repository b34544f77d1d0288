namespace Heck.Code.Languages.Go.Binding.Types;

/// <summary>Types of the standard library that are no structs, so that keys in their literals are expressions.</summary>
internal static class StandardTypes
{
    private static readonly HashSet<string> Keyed = ["net/http.Header", "net/url.Values", "net/textproto.MIMEHeader", "net/mail.Header", "expvar.Map"];

    public static bool IsKeyed(GoType.External type) => Keyed.Contains(type.Full);
}
