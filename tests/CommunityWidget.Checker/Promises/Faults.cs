namespace CommunityWidget.Checker;

/// <summary>Answers that no client should ever get: a failure of the server's own, two answers that contradict each other, a wait without end.</summary>
public static class Faults
{
    public static Verdict None(Recordings said) =>
        new("no answer was a failure", said.Clients.Count, [.. said.All("fault").Select(f => $"{f.Client.Name}: {f.Note.What}")]);
}
