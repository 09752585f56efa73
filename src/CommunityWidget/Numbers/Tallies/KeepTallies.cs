using CommunityWidget.Hosting;

namespace CommunityWidget.Numbers.Tallies;

/// <summary>Keeps the numbers up to date, far from whoever waits for an answer.</summary>
public sealed class KeepTallies(TallyQuestions questions, PackDays days, Drain drain) : IChore
{
    public TimeSpan Every => TimeSpan.FromSeconds(30);

    // A first start on years of questions: a batch after the other, others between them.
    public async Task Run()
    {
        while (!drain.HasBegun && await questions.Run()) await Task.Yield();
        while (!drain.HasBegun && await days.Run()) await Task.Yield();
    }
}
