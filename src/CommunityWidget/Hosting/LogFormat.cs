namespace CommunityWidget.Hosting;

/// <summary>How lines of the log are written, in the framework's own section <c>Logging:Console</c>: it takes a name it does not know for the default, and says nothing.</summary>
public sealed class LogFormat
{
    private static readonly string[] Known = ["simple", "json", "systemd"];

    public string? FormatterName { get; set; }

    public bool IsKnown => string.IsNullOrEmpty(FormatterName) || Known.Contains(FormatterName, StringComparer.OrdinalIgnoreCase);
}
