namespace CommunityWidget.Retrieval.Sets;

/// <summary>Pages, and questions that some of them answer.</summary>
/// <param name="Name">Short.</param>
/// <param name="Language">Of both.</param>
/// <param name="Pages">Each with what belongs together: pages and questions of one group answer each other.</param>
/// <param name="Questions">What is asked.</param>
internal sealed record QuestionSet(string Name, string Language, IReadOnlyList<SetPage> Pages, IReadOnlyList<SetQuestion> Questions)
{
    /// <summary>How far down a list is read.</summary>
    public int Depth { get; init; } = 100;

    /// <summary>Numbers of the ranking function were chosen on it.</summary>
    public bool IsTuning { get; init; }

    /// <summary>Its licence lets what is learned of it be shipped, and no question of it is scored elsewhere.</summary>
    public bool MayTeach { get; init; }

    /// <summary>Each question has a likeness of its own to one page, and the order of all is compared.</summary>
    public bool IsLikeness { get; init; }

    public bool Answers(SetQuestion question, int page) => question.But != page && Pages[page].Group == question.Group && Pages[page].IsRight;
}

/// <param name="Title">What was asked, in short.</param>
/// <param name="Question">What was asked, at length.</param>
/// <param name="Answer">What was answered.</param>
/// <param name="Group">Whom it answers.</param>
/// <param name="IsRight">False for one that only looks as if.</param>
internal sealed record SetPage(string Title, string Question, string Answer, string Group, bool IsRight = true);

/// <param name="Text">As typed.</param>
/// <param name="Group">Which pages answer.</param>
internal sealed record SetQuestion(string Text, string Group)
{
    /// <summary>Only these pages are put in order; all where null.</summary>
    public IReadOnlyList<int>? Among { get; init; }

    /// <summary>The page that is the question itself.</summary>
    public int? But { get; init; }

    public double Likeness { get; init; }
}
