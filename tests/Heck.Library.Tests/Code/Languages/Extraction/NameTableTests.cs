using System.Text;
using CsCheck;
using Heck.Code.Languages.Extraction;

namespace Heck.Library.Tests.Code.Languages.Extraction;

public class NameTableTests
{
    [Fact]
    public void Each_name_of_a_file_has_one_number_whatever_other_files_had() =>
        Gen.String[0, 12].Array.Array[1, 4].Sample(files =>
        {
            var table = new NameTable();
            foreach (var words in files)
            {
                var names = new List<string>();
                table.Begin(names);
                var numbers = words.Select(w => table.Intern(Encoding.UTF8.GetBytes(w))).ToArray();
                string[] decoded = [.. words.Select(w => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(w)))];
                Assert.Equal(decoded, numbers.Select(n => names[n]));
                Assert.Equal(decoded.Distinct(), names);
            }
        });

    [Fact]
    public void A_table_that_has_seen_too_many_names_forgets_those_of_other_files()
    {
        var table = new NameTable();
        for (var file = 0; file < 4; file++)
        {
            var names = new List<string>();
            table.Begin(names);
            for (var i = 0; i < 60_000; i++) Assert.Equal(i, table.Intern(Encoding.UTF8.GetBytes($"a_name_of_some_length_in_the_file_{file}_{i}")));
            Assert.Equal("a_name_of_some_length_in_the_file_" + file + "_59999", names[^1]);
        }
    }
}
