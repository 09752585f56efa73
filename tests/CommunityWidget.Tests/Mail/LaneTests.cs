using CommunityWidget.Contracts;
using CommunityWidget.Database;
using CommunityWidget.Tests.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityWidget.Tests.Mail;

public sealed class LaneTests
{
    [Fact]
    public async Task A_mail_server_that_hangs_holds_up_no_other_news()
    {
        var hanging = new Hanging();
        await using var app = TestApp.Start(services: services => services.AddSingleton<IOutboxHandler>(hanging));
        await Add(app, "mail.hanging");
        await hanging.Begun.Task;
        var news = await Add(app, "rated.later");

        await Eventually.Holds(async () => await app.Get<Db>().Find<string>("select state from outbox where thread = @news", new { news }) == "done");
        hanging.End.SetResult();
    }

    private static async Task<Guid> Add(TestApp app, string kind)
    {
        var about = app.Clock.NewId();
        await app.Get<Db>().Write<Done>(async tx =>
        {
            await app.Get<Outbox>().Add(tx, kind, about, seq: 0);
            return Done.It;
        });
        return about;
    }

    private sealed class Hanging : IOutboxHandler
    {
        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource End { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool Wants(string kind) => kind is "mail.hanging" or "rated.later";

        public Task Handle(OutboxMessage message)
        {
            if (message.Kind != "mail.hanging") return Task.CompletedTask;
            Begun.TrySetResult();
            return End.Task;
        }
    }
}
