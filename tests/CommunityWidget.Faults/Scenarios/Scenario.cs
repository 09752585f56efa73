using CommunityWidget.Faults.Figures;

namespace CommunityWidget.Faults.Scenarios;

/// <summary>One fault of the catalogue, by its number there.</summary>
internal abstract class Scenario(int number, string fault)
{
    public int Number => number;

    public string Fault => fault;

    /// <summary>In a few words, for the table.</summary>
    public abstract string Load(Rig rig);

    public abstract Task Run(Rig rig, Outcome outcome);

    protected static long Now => TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
}
