using CommunityWidget.Faults.Figures;
using CommunityWidget.Faults.Fleet;
using CommunityWidget.Faults.Load;
using CommunityWidget.Replay.Play;

namespace CommunityWidget.Faults.Scenarios;

internal sealed class F19HotThread() : Scenario(19, "many write into one thread at once")
{
    private const int Writers = 50, Messages = 200;

    public override string Load(Rig rig) => $"{Writers} writers × {rig.Of(Messages)} messages, one thread";

    public override async Task Run(Rig rig, Outcome outcome)
    {
        await using var nodes = await Nodes.Start(rig, new Shape());
        var setting = rig.Setting(nodes.Addresses);
        long kept;
        await using (var company = await Company.Gather(setting, nodes.Source, Writers - 1, 4))
        {
            await using var chat = new Chat(await Guest.Arrive(setting, "visitor", polls: false), company, 1);
            await chat.Open();
            foreach (var person in company.People.Where(p => p != chat.Holder)) await person.Join(chat.Thread);
            nodes.Warm();
            var began = Now;
            await Task.WhenAll(company.People.Select(person => Write(person)).Append(Talk()));
            outcome.Note($"{Outcome.Number(Writers * rig.Of(Messages) * 1_000.0 / (Now - began))} messages a second into one thread");
            kept = (await chat.Guest.Look(chat.Thread)).HeadSeq;
            foreach (var person in company.People) await person.MustSee(chat.Thread, kept);
            await chat.End();
            await Queued(setting, nodes, outcome);

            async Task Write(Helper person)
            {
                for (var number = 0; number < rig.Of(Messages); number++) await person.Send(chat.Thread, $"{person.Name} {number}");
            }

            async Task Talk()
            {
                for (var number = 0; number < rig.Of(Messages); number++) await chat.Guest.Send(chat.Thread, $"visitor {number}", Mishap.None);
            }
        }
        var said = Said.Read(rig.Recordings);
        outcome.Exactly("messages acknowledged", Writers * rig.Of(Messages), said.Acked.Count() - 1);
        outcome.Exactly("sends without an answer in the end", 0, said.Lost);
        await outcome.Invariants(rig, nodes);
    }
}
