using CommunityWidget.AnswerPages.Machines.Pictures;

namespace CommunityWidget.Tests.AnswerPages.Machines;

/// <summary>Headlines in which writing goes both ways, piece by piece as they stand on a picture, from its left.</summary>
public sealed class WritingRunsTests
{
    [Theory]
    [InlineData("Can I dim the Aube 200?", false, "Can I dim the Aube 200?")]
    [InlineData("هل هذا آمن؟", true, "هل هذا آمن؟")]
    [InlineData("هل مصباح Aube 200 في الحمام؟", true, " في الحمام؟|Aube 200|هل مصباح ")]
    [InlineData("مصباح 2,5 متر", true, " متر|2,5|مصباح ")]
    [InlineData("خصم -10% اليوم", true, " اليوم|-10%|خصم ")]
    [InlineData("200 Aube", true, "Aube| |200")]
    [InlineData("Does مصباح 200 dim?", false, "Does |200|مصباح | dim?")]
    [InlineData("Does the מנורה dim?", false, "Does the |מנורה| dim?")]
    [InlineData("مُصباح", true, "مُصباح")]
    [InlineData("", true, "")]
    public void A_line_is_drawn_in_pieces_that_go_one_way(string text, bool rightToLeft, string pieces) =>
        Assert.Equal(pieces.Split('|', StringSplitOptions.RemoveEmptyEntries), WritingRuns.Of(text, rightToLeft));
}
