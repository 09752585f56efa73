using CommunityWidget.AnswerPages.Pages;

namespace CommunityWidget.AnswerPages.Machines.Head;

/// <summary>What programs read of a page before its body.</summary>
public sealed record PageHead
{
    public required string Title { get; init; }

    /// <summary>Where somebody shares it: beside its picture it needs no more; as <see cref="Title"/> where there is none.</summary>
    public string? SharedTitle { get; init; }

    public required string Description { get; init; }

    /// <summary>The one address of this page; none for what has none, like a page that is gone.</summary>
    public string? Canonical { get; init; }

    public required string SiteName { get; init; }

    /// <summary>Two letters: of the question, or of the page's own words.</summary>
    public required string Language { get; init; }

    /// <summary>May be found. What may not is left as a way to others.</summary>
    public bool Indexed { get; init; } = true;

    public PageTimes? Times { get; init; }

    /// <summary>What the page is about, as the site calls it.</summary>
    public string? Section { get; init; }

    public PagePicture? Picture { get; init; }

    public IReadOnlyList<PageFeed> Feeds { get; init; } = [];

    /// <summary>JSON-LD in UTF-8, safe to stand in a script element.</summary>
    public IReadOnlyList<ReadOnlyMemory<byte>> Data { get; init; } = [];

    /// <summary><c>fr_FR</c>: a language with the country most of whose speakers live in.</summary>
    public string Locale => PageLanguage.Of(Language).Locale;
}

/// <summary>Since when an article is there, and its last change.</summary>
public sealed record PageTimes(string Published, string Modified);

/// <summary>The picture shown with a link to the page, and its words for who does not see it.</summary>
public sealed record PagePicture(string Address, string Alt);

/// <summary>A feed a page belongs to.</summary>
public sealed record PageFeed(string Title, string Address);
