using Heck.TestChild;

return args switch
{
    ["commit", var root, var files] => await Commits.RunAsync(root, int.Parse(files)),
    ["count", var root, var times] => await Counting.RunAsync(root, int.Parse(times)),
    ["append", var root, var times] => await Records.RunAsync(root, int.Parse(times)),
    ["patch", var root, var times] => await Patching.RunAsync(root, int.Parse(times)),
    ["move", var root, var verb, var id] => await Moving.RunAsync(root, verb, id),
    ["apply-diff", var root, var diff] => await Moving.ApplyAsync(root, diff),
    ["serve", var root, var id, var library] => await Serving.RunAsync(root, id, library),
    ["hold", var root] => await Holding.RunAsync(root),
    ["index", var root] => Indexing.Run(root),
    _ => 2,
};
