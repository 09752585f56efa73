namespace CommunityWidget.Hosting;

/// <summary>Something the program can do instead of serving; the room that does it brings it along.</summary>
public interface IVerb
{
    /// <summary>The first word after <c>--</c>.</summary>
    string Name { get; }

    /// <summary>How it is said, for whoever said it wrongly.</summary>
    string Usage { get; }

    /// <summary>Does it; gives the exit code. The schema is there.</summary>
    /// <param name="words">What follows the verb, settings among it.</param>
    /// <param name="stop">Somebody wants it to end: what is done stays done.</param>
    Task<int> Run(IReadOnlyList<string> words, CancellationToken stop);
}
