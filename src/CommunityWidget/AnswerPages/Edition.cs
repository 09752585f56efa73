using System.Globalization;
using System.Text;
using CommunityWidget.AnswerPages.Machines.Words;
using CommunityWidget.AnswerPages.Searching.Language;
using CommunityWidget.Contracts;

namespace CommunityWidget.AnswerPages;

/// <summary>The published form of a thread. Kept, purged and erased apart from the record.</summary>
public sealed record Edition
{
    public Guid Id { get; init; }

    /// <summary>10 characters, stable in the address whatever the title becomes.</summary>
    public string PublicId { get; init; } = "";

    public Guid Thread { get; init; }
    public Guid Site { get; init; }

    /// <summary><c>review, published, rejected</c> or <c>withdrawn</c>: the thread's publication, seen from the page.</summary>
    public string State { get; init; } = "";

    public string Title { get; init; } = "";
    public string Slug { get; init; } = "";
    public string Question { get; init; } = "";

    /// <summary>The question says more than its title.</summary>
    public bool SaysMore => !string.IsNullOrWhiteSpace(WrittenText.Plain(Question)) && !WrittenText.SaysAs(Question, Title);

    public string Language { get; init; } = "en";
    public string? Topic { get; init; }

    /// <summary>What it is about, as the shop's page said when it was asked.</summary>
    public string? ProductId { get; init; }

    public string? ProductName { get; init; }
    public string? ProductUrl { get; init; }

    public bool HasProduct => ProductId is not null || ProductName is not null;

    /// <summary>When its thread was, or its first answer was given where a double brought an older one.</summary>
    public long AskedAt { get; init; }

    public long ProposedAt { get; init; }
    public long? PublishedAt { get; init; }
    public long UpdatedAt { get; init; }

    /// <summary>When a reader could last see it change: published, worded anew, an answer added, accepted or taken away. Nothing before it was public.</summary>
    public long ModifiedAt { get; init; }

    /// <summary>Since when it is said to be true no longer.</summary>
    public long? OutdatedAt { get; init; }

    /// <summary>Readers whom it helped, and whom it did not.</summary>
    public long Helped { get; init; }

    public long NotHelped { get; init; }

    /// <summary>1 while its answers are none or too few words: search engines are not sent here.</summary>
    public long Thin { get; init; }

    /// <summary>When its author last said whether it is still true.</summary>
    public long? CheckedAt { get; init; }

    /// <summary>Readers who have said since then that it is not.</summary>
    public long Doubts { get; init; }

    /// <summary>The page that answers the same, once this one was found to be its double.</summary>
    public Guid? MergedInto { get; init; }

    /// <summary>The moderator who looks after it.</summary>
    public Guid? AssignedTo { get; init; }

    /// <summary>Whose turn it is: somebody it was sent back to.</summary>
    public Guid? SentTo { get; init; }

    public Guid? SentBy { get; init; }

    /// <summary>What they should do about it.</summary>
    public string? SentNote { get; init; }

    /// <summary>Number of the present wording; 0 is the draft as proposed.</summary>
    public long Revision { get; init; }

    /// <summary>Why somebody should look twice, separated by spaces.</summary>
    public string Risks { get; init; } = "";

    public IReadOnlyList<string> RiskList => Risks.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Reported by enough people: out of sight until somebody decides.</summary>
    public long? HiddenAt { get; init; }

    /// <summary>Anybody may read it now.</summary>
    public bool IsPublic => State == Threads.Publications.Published && HiddenAt is null;

    /// <summary>Was public and will not be again: its address says so. What is only back in review says nothing.</summary>
    public bool IsGone => State == Threads.Publications.Withdrawn || (State == Threads.Publications.Rejected && PublishedAt is not null);

    /// <summary>Where the page is, under its site's slug.</summary>
    public string Path(string site) => PathOf(site, PublicId, Slug);

    public static string PathOf(string site, string publicId, string slug) => $"/answers/{site}/{publicId}/{Uri.EscapeDataString(slug)}";

    /// <summary>The title as it stands in the address: lower-case words without accents, with the marks that are letters.</summary>
    public static string SlugOf(string title)
    {
        var slug = new StringBuilder();
        foreach (var c in title.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            var isLetter = char.IsLetterOrDigit(c) || (slug.Length > 0 && slug[^1] != '-' && Rune.TryCreate(c, out var mark) && Scripts.IsLetter(mark));
            if (!isLetter && CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark) continue;
            if (isLetter) slug.Append(c);
            else if (slug.Length > 0 && slug[^1] != '-') slug.Append('-');
            if (slug.Length == 80) break;
        }
        var words = slug.ToString().Trim('-').Normalize(NormalizationForm.FormC);
        return words.Length == 0 ? "question" : words;
    }
}
