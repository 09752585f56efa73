using System.ComponentModel.DataAnnotations;

namespace CommunityWidget.AnswerPages.Machines;

/// <summary>Section <c>Answers</c>: what programs are told about the public pages.</summary>
public sealed class AnswersOptions
{
    /// <summary>How much memory of a node holds pages that were read lately.</summary>
    [Range(1, 4_096, ErrorMessage = "Answers:CacheMegabytes must lie between 1 and 4096.")]
    public int CacheMegabytes { get; set; } = 64;

    /// <summary>Off for a copy that nobody shall find: every page says so.</summary>
    public bool Indexed { get; set; } = true;

    /// <summary>Programs that read pages to train models may read them.</summary>
    public bool AllowTraining { get; set; }

    /// <summary>Programs that may read nothing, by the names they go by in robots.txt, separated by commas.</summary>
    public string DeniedCrawlers { get; set; } = "";

    public IReadOnlyList<string> DeniedList => DeniedCrawlers.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A name that broke the line would be a rule of its own.</summary>
    public bool IsUsable => DeniedList.All(name => name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or ' '));
}
