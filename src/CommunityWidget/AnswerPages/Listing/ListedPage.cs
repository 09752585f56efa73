using System.Globalization;

namespace CommunityWidget.AnswerPages.Listing;

/// <summary>A page as a line of a list.</summary>
public sealed record ListedPage
{
    public Guid Id { get; init; }
    public string PublicId { get; init; } = "";
    public string Slug { get; init; } = "";
    public string Title { get; init; } = "";
    public string Language { get; init; } = "en";
    public string? Topic { get; init; }
    public string? ProductId { get; init; }
    public string? ProductName { get; init; }

    /// <summary>On the list of one product: what most of all its pages call it.</summary>
    public string? ProductCalled { get; init; }

    /// <summary>What it is about, as its page says it.</summary>
    public string? Product => ProductName ?? ProductId;

    public long AskedAt { get; init; }
    public long PublishedAt { get; init; }
    public long? OutdatedAt { get; init; }

    /// <summary>1 while search engines are not sent there.</summary>
    public long Thin { get; init; }

    public long Answers { get; init; }
    public long Accepted { get; init; }

    public string Path(string site) => $"/answers/{site}/{PublicId}/{Uri.EscapeDataString(Slug)}";

    /// <summary>The place behind which the next part of the list begins.</summary>
    public PagePlace Place => new(PublishedAt, Id);
}

/// <summary>A place in a list that is read newest first.</summary>
public sealed record PagePlace(long At, Guid Id)
{
    public static readonly PagePlace Start = new(long.MaxValue, new("ffffffff-ffff-ffff-ffff-ffffffffffff"));

    public static PagePlace? Read(string? text) =>
        text?.Split('.') is [var at, var id] && long.TryParse(at, NumberStyles.None, CultureInfo.InvariantCulture, out var ms) && Guid.TryParseExact(id, "N", out var page) ? new(ms, page) : null;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At}.{Id:N}");
}

/// <summary>Which pages of a site.</summary>
/// <param name="Topic">About this topic only.</param>
/// <param name="Product">About this product only.</param>
/// <param name="Member">With an answer of this member only.</param>
public sealed record PageFilter(string? Topic = null, string? Product = null, Guid? Member = null);
