using CommunityWidget.Import.Reading;

namespace CommunityWidget.Import.Telling;

/// <summary>Whoever is told how an import goes on.</summary>
public interface IImportListener
{
    /// <summary>When the file was written: what says no time was asked then, at the latest.</summary>
    long WrittenAt { get; }

    /// <summary>Some rows cannot be used; the step they belong to may still fail, and come again.</summary>
    Task Rejecting(IReadOnlyList<(SourceRow Row, string Fault)> rows);

    /// <summary>Some rows are settled, and stay so.</summary>
    Task Settled(SettledRows rows);
}
