using System.Diagnostics;
using System.Globalization;
using System.Text;
using Heck.Contracts.Errors;

namespace Heck.Library.Tests;

/// <summary>Real inputs with bits turned, pieces lost, doubled, many times over, foreign and of other inputs; the same in every ordinary run. HECK_FUZZ=SECONDS goes on from another place each time.</summary>
internal sealed class Fuzzing(IReadOnlyList<byte[]> seeds, int seed)
{
    private const int Inputs = 400;
    private const int LongestInput = 1 << 20;
    private const long MostBytes = 500L << 20;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly byte[][] Pieces =
        [.. new[]
        {
            "\0", "\n", "\r\n", " ", "\"", "\\", "'", "{", "}", "[", "]", ":", ",", "-", "+", "@@ -1,3 +1,4 @@\n", "diff --git a/x b/x\n", "--- ", "+++ ", "/dev/null", "GIT binary patch\n", "literal 9\n", "delta 9\n", "rename from ", "new file mode 120000\n",
            "*** Begin Patch\n", "*** Update File: ", "<<<<<<< SEARCH\n", "=======\n", ">>>>>>> REPLACE\n", "```\n", "..", "/", ".git/config", ".heck/lock", "-1", "0", "99999999999999999999", "1e999", "2147483647", "9223372036854775807", "null", "true", "\u202e", "\ufeff",
            "&a [*a, *a]", "*a", "!!binary ", "<<: ", "| \n", "---\n", "? ", "%YAML 9.9\n", "\ud83d\ude00",
        }.Select(Encoding.UTF8.GetBytes)];

    private readonly Random _random = new(seed);

    /// <summary>Gives inputs to a reader, which may refuse them by an error of the table.</summary>
    /// <returns>What was done, for the log.</returns>
    public static string Run(IReadOnlyList<byte[]> seeds, Action<byte[]> read)
    {
        // What is to be damaged must be good.
        Assert.Contains(seeds, seed => IsRead(seed, read));
        var seconds = int.Parse(Environment.GetEnvironmentVariable("HECK_FUZZ") ?? "0", CultureInfo.InvariantCulture);
        var fuzzing = new Fuzzing(seeds, seconds == 0 ? 1 : Environment.TickCount);
        var (count, refused, slowest, largest) = (0, 0, TimeSpan.Zero, 0L);
        for (var whole = Stopwatch.StartNew(); seconds == 0 ? count < Inputs : whole.Elapsed.TotalSeconds < seconds; count++)
        {
            var input = fuzzing.Next();
            var (before, start) = (GC.GetAllocatedBytesForCurrentThread(), Spent());
            if (!IsRead(input, read)) refused++;
            var (spent, allocated) = (Spent() - start, GC.GetAllocatedBytesForCurrentThread() - before);
            Assert.True(spent < Patience, $"{spent} for {Kept(input)}");
            Assert.True(allocated < MostBytes, $"{allocated} bytes for {Kept(input)}");
            (slowest, largest) = (spent > slowest ? spent : slowest, Math.Max(largest, allocated));
        }

        return $"{count} inputs, {refused} refused; the slowest {slowest.TotalMilliseconds:0} ms, the largest {largest >> 10} KB allocated";
    }

    // Of the processor, for a busy machine says nothing about a parser.
    private static TimeSpan Spent() => OperatingSystem.IsLinux()
        ? TimeSpan.FromTicks(long.Parse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[0], CultureInfo.InvariantCulture) / TimeSpan.NanosecondsPerTick)
        : Stopwatch.GetElapsedTime(0);

    private static bool IsRead(byte[] input, Action<byte[]> read)
    {
        try
        {
            read(input);
            return true;
        }
        catch (HeckException)
        {
            return false;
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"{e.GetType().Name}: {e.Message}; the input is {Kept(input)}", e);
        }
    }

    private byte[] Next()
    {
        var input = Any();
        for (var edits = 1 + _random.Next(6); edits > 0; edits--) input = Edited(input);
        return input.Length <= LongestInput ? input : input[..LongestInput];
    }

    private byte[] Edited(byte[] input)
    {
        var (from, to) = (_random.Next(input.Length + 1), _random.Next(input.Length + 1));
        if (from > to) (from, to) = (to, from);
        if (_random.Next(4) > 0) to = Math.Min(to, from + _random.Next(40));
        switch (_random.Next(7))
        {
            case 0 when input.Length > 0:
                var turned = input.ToArray();
                turned[Math.Min(from, input.Length - 1)] ^= (byte)(1 << _random.Next(8));
                return turned;
            case 1: return [.. input[..from], .. input[to..]];
            case 2: return [.. input[..from], .. Pieces[_random.Next(Pieces.Length)], .. input[from..]];
            case 3: return [.. input[..to], .. input[from..]];
            case 4: return Any() is var other ? [.. input[..from], .. other[_random.Next(other.Length + 1)..]] : input;
            case 5 when _random.Next(8) == 0: return [.. input[..to], .. Enumerable.Repeat(input[from..to], _random.Next(2000)).Take(LongestInput / Math.Max(1, to - from)).SelectMany(piece => piece), .. input[to..]];
            default: return [.. input[..from], .. Pieces[_random.Next(Pieces.Length)], .. input[to..]];
        }
    }

    private byte[] Any() => seeds[_random.Next(seeds.Count)];

    private static string Kept(byte[] input)
    {
        var file = Path.Combine(Path.GetTempPath(), $"heck-fuzz-{Guid.NewGuid():N}");
        File.WriteAllBytes(file, input);
        return $"'{file}'";
    }
}
