using System.Diagnostics;
using CommunityWidget.Servers;
using CommunityWidget.Tests.Architecture;

namespace CommunityWidget.Tests.Deploy;

/// <summary>A test that needs a program of the machine's: skipped, and counted as skipped, where it is not installed.</summary>
public sealed class NeedsAttribute : FactAttribute
{
    public NeedsAttribute(params string[] programs)
    {
        if (Array.Find(programs, name => Programs.Find(name) is null) is { } missing) Skip = $"{missing} is not installed.";
    }
}

internal static class Programs
{
    public static string? Find(string name) => name switch
    {
        "nginx" => ChildServer.Find(name) ?? (File.Exists("/usr/sbin/nginx") ? "/usr/sbin/nginx" : null),
        "postgres" => PrivatePostgres.IsInstalled ? name : null,
        _ => ChildServer.Find(name),
    };

    /// <summary>Runs a program in the repository's root.</summary>
    public static async Task<(int Status, string Said)> Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Repository.Root })!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await said + await complained);
    }
}
