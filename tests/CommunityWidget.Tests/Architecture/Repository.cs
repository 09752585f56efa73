namespace CommunityWidget.Tests.Architecture;

/// <summary>The working copy the tests were built from.</summary>
public static class Repository
{
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "dist"];

    public static string Root { get; } = FindRoot();

    /// <summary>Every file written by hand under a folder, its path from the root with forward slashes.</summary>
    public static IEnumerable<SourceFile> Files(string folder, params string[] extensions) =>
        Walk(Path.Combine(Root, folder))
            .Where(file => extensions.Contains(Path.GetExtension(file)))
            .Select(file => new SourceFile(Path.GetRelativePath(Root, file).Replace('\\', '/'), File.ReadAllText(file)));

    public static IEnumerable<string> Folders(string folder) => Directory.GetDirectories(Path.Combine(Root, folder))
        .Where(path => !NotOurs.Contains(Path.GetFileName(path)))
        .SelectMany(path => Folders(path).Prepend(path));

    private static IEnumerable<string> Walk(string folder) => Directory.GetFiles(folder)
        .Concat(Directory.GetDirectories(folder).Where(path => !NotOurs.Contains(Path.GetFileName(path))).SelectMany(Walk));

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "CommunityWidget.sln"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the working copy they were built from.");
    }
}

/// <summary>A file and what stands in it.</summary>
public sealed record SourceFile(string Path, string Text)
{
    public int Lines => Text.AsSpan().TrimEnd('\n').Count('\n') + 1;
}
