using System.Globalization;

namespace Heck.Contracts;

/// <summary>Spans of time as users write them: a number with <c>ms</c>, <c>s</c>, <c>m</c> or <c>h</c>; <c>0</c> needs no unit.</summary>
internal static class TimeLimit
{
    public static bool TryParse(string text, out TimeSpan span)
    {
        span = TimeSpan.Zero;
        if (text == "0") return true;
        var digits = text.TrimEnd([.. "smh"]);
        if (!double.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)) return false;
        var unit = text[digits.Length..] switch
        {
            "ms" => TimeSpan.FromMilliseconds(1),
            "s" => TimeSpan.FromSeconds(1),
            "m" => TimeSpan.FromMinutes(1),
            "h" => TimeSpan.FromHours(1),
            _ => TimeSpan.Zero,
        };
        // A week is more than anybody waits, and keeps the product within range.
        if (unit == TimeSpan.Zero || amount * unit.TotalDays > 7) return false;
        span = unit * amount;
        return true;
    }
}
