using CommunityWidget.Conversations;
using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.Hubs;
using CommunityWidget.Matching;
using CommunityWidget.Moderation;
using CommunityWidget.People;
using CommunityWidget.Questions;
using CommunityWidget.Sites;
using CommunityWidget.Threads;

var builder = WebApplication.CreateBuilder(args);

// The base rooms.
builder.AddHosting();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddDatabase().AddSites().AddPeople().AddThreads();

// The rooms a question travels through, in that order.
builder.Services.AddQuestions().AddMatching().AddConversations().AddModeration();

// The doors: three hubs, the API, the pages.
builder.Services.AddHubs();
builder.Services.AddRazorPages();

var app = builder.Build();
await app.Services.GetRequiredService<Migrator>().Run();

app.UseHosting();
app.UseSiteCors();
app.UseCallers();
app.MapHosting();
app.MapSites();
app.MapPeople();
app.MapQuestions();
app.MapMatching();
app.MapConversations();
app.MapHubs();
app.MapRazorPages();
app.Run();
