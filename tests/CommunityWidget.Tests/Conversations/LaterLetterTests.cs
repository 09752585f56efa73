using CommunityWidget.Contracts;
using CommunityWidget.Conversations.Later;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

namespace CommunityWidget.Tests.Conversations;

/// <summary>How mails read.</summary>
public sealed class LaterLetterTests
{
    [Fact]
    public void What_was_asked_and_said_stands_as_its_own_writing_goes_whatever_the_mail_s_language()
    {
        ThreadEvent said = new("39ktqixz6d", 2, EventKinds.Message, "all", new(null, "ليلى", Roles.SuperUser), "نعم، مع مخفت.", null, null, 0);
        var html = LaterLetters.Answer(LaterTexts.In("fr"), new Site { Name = "Lumen" }, "robin@visitors.example", "هل يمكن؟", [said], new("https://lumen.example/#x", null, new("https://lumen.example/stop", "https://lumen.example/stop"))).Html;

        Assert.Matches("<blockquote dir=\"auto\" [^>]*padding-inline-start:12px[^>]*>", html);
        Assert.Contains("<p dir=\"auto\" style=\"margin-top:0\">", html);
    }

    [Theory]
    [InlineData("en", "Suspension. Until it ends")]
    [InlineData("fr", "Suspension temporaire. D’ici la fin")]
    public void What_moderators_decided_is_told_in_whole_sentences(string language, string told) =>
        Assert.Contains(told, SanctionTexts.In(language).MailText("Leo", "Lumen", SanctionKinds.Suspension));
}
