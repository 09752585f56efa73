using CommunityWidget.AnswerPages.Pages;
using CommunityWidget.Hosting;
using CommunityWidget.Pages.Texts;

namespace CommunityWidget.Tests.Hosting;

/// <summary>Names in French sentences.</summary>
public sealed class ElidedTests
{
    [Theory]
    [InlineData("Leo", "de Leo")]
    [InlineData("Inès", "d’Inès")]
    [InlineData("Élodie", "d’Élodie")]
    [InlineData("un visiteur", "d’un visiteur")]
    [InlineData("", "de ")]
    public void A_name_that_begins_with_a_vowel_takes_the_one_before_it(string name, string said) => Assert.Equal(said, Elided.Of(name));

    [Fact]
    public void Pages_say_it_so()
    {
        Assert.Equal("Un message d’un visiteur", ReviewTexts.In("fr").HeldMessage(ReviewTexts.In("fr").AVisitor));
        Assert.Equal("Réponses d’Inès", ListTexts.In("fr").AnswersOf("Inès"));
    }
}
