using System.Globalization;

namespace Heck.Contracts.Reports;

/// <summary>Amounts as people write them.</summary>
internal static class Quantity
{
    private static readonly string[] Units = ["bytes", "kB", "MB", "GB", "TB"];

    /// <summary>"1 file", "1,500 files".</summary>
    public static string Of(long count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>"0 bytes", "1.5 MB".</summary>
    public static string Bytes(long bytes)
    {
        var unit = 0;
        double amount = bytes;
        for (; amount >= 1000 && unit < Units.Length - 1; unit++) amount /= 1000;
        return unit == 0 ? Of(bytes, "byte") : string.Create(CultureInfo.InvariantCulture, $"{amount:F1} {Units[unit]}");
    }

    /// <summary>"just now", "5 minutes ago".</summary>
    public static string Ago(long seconds) => seconds switch
    {
        < 60 => "just now",
        < 3600 => Of(seconds / 60, "minute") + " ago",
        < 86_400 => Of(seconds / 3600, "hour") + " ago",
        _ => Of(seconds / 86_400, "day") + " ago",
    };
}
