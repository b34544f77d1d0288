using Heck.Contracts.Reports;

namespace Heck.Library.Tests.Contracts.Reports;

public class QuantityTests
{
    [Theory]
    [InlineData(0, "0 bytes")]
    [InlineData(1, "1 byte")]
    [InlineData(999, "999 bytes")]
    [InlineData(1500, "1.5 kB")]
    [InlineData(25_000_000, "25.0 MB")]
    [InlineData(long.MaxValue, "9223372.0 TB")]
    public void Bytes_are_told_in_a_fitting_unit(long bytes, string told) => Assert.Equal(told, Quantity.Bytes(bytes));

    [Theory]
    [InlineData(59, "just now")]
    [InlineData(60, "1 minute ago")]
    [InlineData(7200, "2 hours ago")]
    [InlineData(1_000_000, "11 days ago")]
    public void Ages_are_told_in_a_fitting_unit(long seconds, string told) => Assert.Equal(told, Quantity.Ago(seconds));
}
