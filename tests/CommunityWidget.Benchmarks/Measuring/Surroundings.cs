using System.Diagnostics;
using System.Runtime.InteropServices;

namespace CommunityWidget.Benchmarks.Measuring;

/// <summary>Where and on what it was measured.</summary>
internal static class Surroundings
{
    public static IEnumerable<string> Describe(string[] args)
    {
        yield return $"Date: {TimeProvider.System.GetUtcNow():yyyy-MM-dd HH:mm} UTC; commit {Say("git", "rev-parse", "--short", "HEAD")}; arguments: `{string.Join(' ', args)}`";
        yield return $"Machine: {Processor()}, {Environment.ProcessorCount} processors for servers, databases and clients together; {RuntimeInformation.OSDescription}; load {Load()}";
        yield return $"{RuntimeInformation.FrameworkDescription}; {Say("psql", "--version")}; {Say("redis-server", "--version")}";
        yield return "Databases lie in memory-backed files, PostgreSQL with fsync off, SQLite with synchronous=full: what is compared is the work, not a disk. Clients are one other process, the same code for both sides.";
    }

    private static string Processor() => File.Exists("/proc/cpuinfo")
        ? File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString()
        : RuntimeInformation.ProcessArchitecture.ToString();

    private static string Load() => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "unknown";

    private static string Say(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            return process.StandardOutput.ReadToEnd().Trim();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return $"{program} unknown";
        }
    }
}
