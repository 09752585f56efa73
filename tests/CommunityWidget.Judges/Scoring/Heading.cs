using System.Reflection;

namespace CommunityWidget.Judges.Scoring;

/// <summary>How the report was made, and how the rows were split.</summary>
internal static class Heading
{
    public static void Write(TextWriter to)
    {
        var build = typeof(Moderation.Judging.Judges).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[^1];
        to.WriteLine("# What the judges score");
        to.WriteLine();
        to.WriteLine("Made by `dotnet run -c Release --project tests/CommunityWidget.Judges -- score DATA tests/CommunityWidget.Judges/SCORES.md`, built on commit");
        to.WriteLine($"`{build}` (what was changed since and not committed included). One shipped configuration: one model, and for each language one threshold beside the");
        to.WriteLine("lists and one for the model alone, which is higher the shorter a text is; both are lower the less a text sounds like what shops are asked.");
        to.WriteLine();
        to.WriteLine("A set that may train is split by a hash of the letters of each row, so that copies with another comma stay together: places 0 to 4 of 20 are the test and");
        to.WriteLine("nothing else. The shipped model is fitted to all of the rest; thresholds are chosen on the rest too, each third of it scored by a model fitted to the other two:");
        to.WriteLine("so that as many floors as can be are beaten on those rows, within what must pass.");
        to.WriteLine("Sets whose licence forbids training (hatecheck, youtube-spam, amazon-appliances) are tests as a whole, or by halves where a floor needs something to learn from.");
        to.WriteLine();
    }
}
