using Heck.Code.Index.Building;
using Heck.Code.Index.Querying;
using Heck.Code.Refactoring;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Verbs.Refactoring;

/// <summary>Sources that no reader can follow: what they use cannot be decided, so that what has to read them is refused.</summary>
internal static class DeepSources
{
    /// <exception cref="HeckException"><c>refactor.unknown_occurrences</c> with the files.</exception>
    public static async Task<T> RefuseAsync<T>(IndexReader reader, Func<Task<T>> refactor)
    {
        try
        {
            return await refactor().ConfigureAwait(false);
        }
        catch (InsufficientExecutionStackException)
        {
            var places = reader.Files().Where(f => f.SkipReason == FileReader.NestedTooDeeply).Select(f => new Place(f.Path, 1, 1, "nests too deeply")).ToList();
            throw ErrorTable.RefactorUnknownOccurrences.With(
                $"{(places.Count == 0 ? "A source" : places[0].Path)} nests too deeply to be read, so that what it uses cannot be decided.",
                "Take the file out of the repository's sources by .heckignore.", PlaceDetails.Of(places));
        }
    }
}
