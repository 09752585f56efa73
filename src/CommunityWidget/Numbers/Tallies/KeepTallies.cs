using CommunityWidget.Hosting;

namespace CommunityWidget.Numbers.Tallies;

/// <summary>Keeps the numbers up to date, far from whoever waits for an answer.</summary>
public sealed class KeepTallies(TallyQuestions questions, PackDays days, Drain drain) : IChore
{
    public TimeSpan Every => TimeSpan.FromSeconds(30);

    public Task Run() => Run(CancellationToken.None);

    // A first start on years of questions: a batch after the other, others between them.
    public async Task Run(CancellationToken stop)
    {
        bool Ends() => drain.HasBegun || stop.IsCancellationRequested;
        while (!Ends() && await questions.Run()) await Task.Yield();
        while (!Ends() && await days.Run()) await Task.Yield();
    }
}
