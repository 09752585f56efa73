using CommunityWidget.Admin;
using CommunityWidget.AnswerPages;
using CommunityWidget.AnswerPages.Machines;
using CommunityWidget.AnswerPages.Machines.Cache;
using CommunityWidget.Conversations;
using CommunityWidget.Database;
using CommunityWidget.Demo;
using CommunityWidget.Hosting;
using CommunityWidget.Hubs;
using CommunityWidget.Hubs.Filters;
using CommunityWidget.Import;
using CommunityWidget.Inbox;
using CommunityWidget.Integrations;
using CommunityWidget.Mail;
using CommunityWidget.Matching;
using CommunityWidget.Moderation;
using CommunityWidget.Moderation.Sanctions;
using CommunityWidget.Numbers;
using CommunityWidget.Pages;
using CommunityWidget.People;
using CommunityWidget.Privacy;
using CommunityWidget.Questions;
using CommunityWidget.Redis;
using CommunityWidget.Sites;
using CommunityWidget.Telemetry;
using CommunityWidget.Threads;

return await Starting.Explained(async () =>
{
    var builder = WebApplication.CreateBuilder(Verbs.Settings(args));

    // The base rooms.
    builder.AddHosting();
    builder.Services.AddSingleton(TimeProvider.System).AddTelemetry(builder.Configuration);
    builder.Services.AddDatabase().AddRedis(builder.Configuration).AddMail().AddSites().AddPeople().AddThreads();

    // The rooms a question travels through, in that order.
    builder.Services.AddQuestions().AddMatching().AddConversations().AddModeration().AddAnswerPages();

    // The doors: three hubs, the API, the agents' desk, the pages, what a shop's own programs use, and a shop to try it all in.
    builder.Services.AddHubs(builder.Configuration);
    builder.Services.AddInbox();
    builder.Services.AddIntegrations().AddPrivacy().AddImport();
    builder.Services.AddPages().AddOpenApi().AddAdmin().AddNumbers();
    builder.AddDemo();

    var app = builder.Build();
    if (await Verbs.Run(app.Services, args) is { } exitCode) return exitCode;

    app.UseHosting(atOnce: KeepAnswers.UseKeptAtOnce);
    app.UseAnswerAddresses();
    app.UseRouting();
    app.UseSiteCors();
    app.UseMachines();
    app.UseTypedText();
    app.UseUnnamed();
    // Here, not where the framework would put it: the way back from a provider needs the outer address.
    app.UseAuthentication();
    app.UseCallers();
    app.UseBlockedPlaces();
    app.UsePollPresence();
    app.MapHosting();
    app.MapSites().Allow(Permission.Anyone);
    app.MapPeople();
    app.MapQuestions();
    app.MapMatching();
    app.MapConversations();
    app.MapModeration();
    app.MapSanctions();
    app.MapMachines();
    app.MapInbox();
    app.MapHubs();
    app.MapIntegrations();
    app.MapPrivacy();
    app.MapPages();
    app.MapDemo();
    app.MapOpenApi();
    await app.RunAsync();
    return 0;
});
