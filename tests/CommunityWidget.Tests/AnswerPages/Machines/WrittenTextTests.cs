using CommunityWidget.AnswerPages.Machines.Words;
using CommunityWidget.Hosting;
using CommunityWidget.Sites;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Tests.AnswerPages.Machines;

public sealed class WrittenTextTests
{
    private static readonly PublicAddress Ours = new(Options.Create(new PublicOptions { PublicUrl = "https://chat.example" }));

    private static readonly Site Shop = new() { Origins = "https://shop.example https://www.shop.example", AnswersBase = "https://help.shop.example/questions" };

    [Theory]
    [InlineData("https://spam.example/?x=https://shop.example", "spam.example", true)]
    [InlineData("https://shop.example.spam.example/", "shop.example.spam.example", true)]
    [InlineData("https://spam.example/shop.example", "spam.example", true)]
    [InlineData("https://spam.example#@shop.example/", "spam.example", true)]
    [InlineData("https://chat.example.spam.example/answers", "chat.example.spam.example", true)]
    [InlineData("https://chat.example/answers/lamps/abc/x", "chat.example", false)]
    [InlineData("https://shop.example/lamps?a=1&b=2", "shop.example", false)]
    [InlineData("HTTPS://WWW.Shop.Example/lamps", "www.shop.example", false)]
    [InlineData("https://help.shop.example/questions/x", "help.shop.example", false)]
    public void A_link_is_ours_by_its_host_and_by_nothing_else(string link, string host, bool isStrangers)
    {
        var html = WrittenHtml.Text($"see {link}", Shop, Ours);

        Assert.Contains($"://{host}", html, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("<a href=\"", html);
        Assert.Equal(isStrangers, html.Contains("rel=\"ugc nofollow noopener\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,<b>x</b>")]
    [InlineData("https://user:password@spam.example/")]
    [InlineData("https://localhost/x")]
    [InlineData("http://10.0.0.1/admin")]
    [InlineData("//spam.example/x")]
    [InlineData("https://")]
    [InlineData("mailto:a@b.example")]
    [InlineData("https://a\u200Db.example/x")]
    [InlineData("https://\u0378\uFFFD.example/x")]
    public void What_is_no_public_address_stays_a_text(string text) => Assert.DoesNotContain("<a", WrittenHtml.Text(text, Shop, Ours));

    [Theory]
    [InlineData("(see https://a.example/b).", "https://a.example/b")]
    [InlineData("https://a.example/b_(c), and", "https://a.example/b_(c)")]
    [InlineData("« https://a.example/é »", "https://a.example/é")]
    [InlineData("https://a.example/x!\nnext", "https://a.example/x")]
    public void A_link_ends_where_its_sentence_does(string text, string link) => Assert.Equal(link, Assert.Single(WrittenText.Parts(text), part => part.Link is not null).Text);

    [Fact]
    public void A_name_in_other_letters_is_called_what_it_is_and_writing_is_not_turned_around()
    {
        Assert.Matches("^see https://xn--[a-z0-9-]+\\.example/x now$", WrittenText.Plain("see https://раураl.example/x\u202E now"));
        Assert.DoesNotContain('\u202E', WrittenText.Plain("abc\u202Edef"));
    }

    [Fact]
    public void What_is_written_is_shown_and_never_run()
    {
        var html = WrittenHtml.Text("<script>alert('é')</script> https://a.example/\"onmouseover=x", Shop, Ours);

        Assert.DoesNotContain("<script", html);
        Assert.Contains("é", html);
        Assert.DoesNotContain("onmouseover=x\"", html.Replace("&quot;", "'"));
    }

    [Theory]
    [InlineData("Does it dim?", "Does it dim?")]
    [InlineData(" Does  it\ndim? ", "Does it dim?")]
    [InlineData("Does it\u00A0dim?", "Does it dim?")]
    [InlineData("Does it \u202Edim?", "Does it dim?")]
    [InlineData("Does it dim", "Does it dim?")]
    [InlineData("Doesit dim?", "Does it dim?")]
    [InlineData("Does it dim? ", "Does it dim? x")]
    [InlineData("does it dim?", "Does it dim?")]
    [InlineData("", "Does it dim?")]
    [InlineData(" ", "\n")]
    public void Two_texts_say_the_same_when_they_differ_in_their_spaces_only(string one, string other)
    {
        Assert.Equal(WrittenText.Squeezed(one) == WrittenText.Squeezed(other), WrittenText.SaysAs(one, other));
        Assert.Equal(WrittenText.SaysAs(one, other), WrittenText.SaysAs(other, one));
    }

    [Fact]
    public void An_excerpt_ends_between_two_words_and_within_no_character()
    {
        Assert.Equal("one two…", Excerpt.Of("one two  three\nfour", 12));
        Assert.Equal("short", Excerpt.Of("  short ", 12));
        Assert.DoesNotContain('\uFFFD', Excerpt.Of(string.Concat(Enumerable.Repeat("👩‍👩‍👧", 20)), 30));
    }
}
