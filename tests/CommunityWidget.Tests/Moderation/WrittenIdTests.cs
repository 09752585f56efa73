using System.Text;
using CommunityWidget.Moderation.Judging;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Moderation;

using Judges = CommunityWidget.Moderation.Judging.Judges;

/// <summary>What a program made – a key, an order's number – is no word in disguise, whichever letters and digits it drew.</summary>
public sealed class WrittenIdTests
{
    private const int Many = 20_000;

    private static readonly Site Shop = new() { Languages = "en fr" };

    private static readonly string[] Sentences = ["{0}", "My key is {0}, and the lamp stays dark.", "Ma commande {0} n'est pas arrivée, merci de regarder."];

    [Theory]
    [InlineData("08e39945"), InlineData("8D0A99A5"), InlineData("81994547F"), InlineData("821c7230337a1799a5"), InlineData("FUCKC24DYQILQVL7KQGWES"), InlineData("8X9522RY02Z5Q9GAH")]
    [InlineData("4c55ca35-6bdb-f495-3cb4-b8ec2a612336"), InlineData("6f1db93c-d079-01cc-97f0-fc6d8f3d45e0")]
    [InlineData("FA95-10423"), InlineData("2026/b17c-118"), InlineData("2026_FA95"), InlineData("f4g5-104233")]
    public void One_that_reads_like_an_insult_passes(string id) => Assert.All(Sentences, sentence => Assert.Null(Why(string.Format(null, CompositeFormat.Parse(sentence), id))));

    [Theory]
    [InlineData("b1tch"), InlineData("a55hole"), InlineData("tu es un c0n"), InlineData("a55-h0le"), InlineData("f1l5-d3-pu73"), InlineData("tu es une 5410p3")]
    [InlineData("fuckyou2026"), InlineData("fuck1n9a55h0le"), InlineData("fa9907"), InlineData("fa9907-2x"), InlineData("c0nn4rd-666"), InlineData("1d10t-2026, 1d10t"), InlineData("a$$h0le2"), InlineData("you fa9907 8d0a99a5")]
    [InlineData("motherfucker2026x"), InlineData("faggot2026x"), InlineData("fa9907-2a1"), InlineData("f4g-123"), InlineData("tu es un c0n-123")]
    public void A_word_in_disguise_does_not(string text) => Assert.NotNull(Why(text));

    [Fact]
    public void What_a_site_itself_looks_for_is_found_in_them_too()
    {
        var site = new Site { Id = Guid.CreateVersion7(), Languages = "en fr", Judging = new(Held: "8x95*") };
        Assert.Equal([JudgedReasons.SiteWord], new Judges().Look(site, "My key is 8X9522RY02Z5Q9GAH.").Reasons);
    }

    [Theory]
    [InlineData("0123456789abcdef"), InlineData("0123456789ABCDEF")]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"), InlineData("0123456789ABCDEFGHJKMNPQRSTVWXYZ"), InlineData("abcdefghijklmnopqrstuvwxyz234567")]
    public void Of_many_drawn_at_random_none_is_refused_or_held(string letters)
    {
        var random = new Random(letters[10]);
        Assert.Empty(Taken(Enumerable.Range(0, Many).Select(_ => Drawn(random, letters, random.Next(8, 33)))));
    }

    [Fact]
    public void Nor_is_any_of_many_with_dashes()
    {
        var random = new Random(4);
        var bytes = new byte[16];
        Assert.Empty(Taken(Enumerable.Range(0, Many).Select(_ =>
        {
            random.NextBytes(bytes);
            return new Guid(bytes).ToString();
        })));
    }

    private static IEnumerable<string> Taken(IEnumerable<string> ids)
    {
        var at = 0;
        foreach (var id in ids)
        {
            var text = string.Format(null, CompositeFormat.Parse(Sentences[at++ % Sentences.Length]), id);
            if (Why(text) is { } why) yield return $"{text}: {why}";
        }
    }

    private static string Drawn(Random random, string letters, int length) => string.Create(length, (random, letters), static (into, from) =>
    {
        for (var i = 0; i < into.Length; i++) into[i] = from.letters[from.random.Next(from.letters.Length)];
    });

    private static string? Why(string text)
    {
        var judgement = new Judges().Look(Shop, text);
        return judgement.Refusal is not null || judgement.IsHeld ? $"{string.Join(' ', judgement.Reasons)} {judgement.Score:0.00}" : null;
    }
}
