namespace CommunityWidget.Hosting;

public static class HostingSetup
{
    public static void AddHosting(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<PublicOptions>().BindConfiguration("")
            .Validate(o => o.IsUsable, "PublicUrl is not the address of a site. Write it like https://chat.shop.example, without a path.")
            .ValidateOnStart();
        builder.Services.AddSingleton<PublicAddress>();
    }
}
