namespace CommunityWidget.Tests.AnswerPages.Machines;

/// <summary>A test that looks terms up in schema.org's own file: skipped, and counted as skipped, where that is not beside the repository.</summary>
public sealed class VocabularyFactAttribute : FactAttribute
{
    public VocabularyFactAttribute() => Skip = SearchEngineTests.Terms is null ? Missing : null;

    internal const string Missing = "The vocabulary of schema.org is not beside the repository: no term is looked up.";
}

/// <summary>The same with several cases.</summary>
public sealed class VocabularyTheoryAttribute : TheoryAttribute
{
    public VocabularyTheoryAttribute() => Skip = SearchEngineTests.Terms is null ? VocabularyFactAttribute.Missing : null;
}
