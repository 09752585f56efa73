using Microsoft.Extensions.Options;

namespace CommunityWidget.Hosting;

/// <summary>How lines of the log are written, in the framework's own section <c>Logging:Console</c>: it takes a name it does not know for the default, and says nothing.</summary>
public sealed class LogFormat
{
    private static readonly string[] Known = ["simple", "json", "systemd"];

    private const string Levels = "LogLevel";

    public string? FormatterName { get; set; }

    /// <summary>Throws where a level of the log is none: the framework would, in words of its own, as soon as anything is made that writes to it.</summary>
    public static void CheckLevels(IConfiguration settings)
    {
        var wrong = settings.GetSection("Logging").AsEnumerable(makePathsRelative: true)
            .Where(one => IsLevel(one.Key) && !string.IsNullOrEmpty(one.Value) && !Enum.TryParse<LogLevel>(one.Value, ignoreCase: true, out _))
            .Select(one => $"Logging:{one.Key} is no level. Write {string.Join(", ", Enum.GetNames<LogLevel>()[..^1])} or {LogLevel.None}.").ToList();
        if (wrong.Count > 0) throw new OptionsValidationException(Levels, typeof(LogLevel), wrong);
    }

    public bool IsKnown => string.IsNullOrEmpty(FormatterName) || Known.Contains(FormatterName, StringComparer.OrdinalIgnoreCase);

    // Logging:LogLevel:Default, and Logging:Console:LogLevel:Default for one way out.
    private static bool IsLevel(string key) => key.Split(':') switch
    {
        [var first, _, ..] when first.Equals(Levels, StringComparison.OrdinalIgnoreCase) => true,
        [_, var second, _, ..] => second.Equals(Levels, StringComparison.OrdinalIgnoreCase),
        _ => false,
    };
}
