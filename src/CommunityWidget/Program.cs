using CommunityWidget.Database;
using CommunityWidget.Hosting;
using CommunityWidget.People;
using CommunityWidget.Sites;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddSignalR();
builder.Services.AddRazorPages();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddDatabase().AddSites().AddPeople();
builder.AddHosting();
var app = builder.Build();
await app.Services.GetRequiredService<Migrator>().Run();
app.UseCallers();
app.MapSites();
app.MapPeople();
app.Run();
