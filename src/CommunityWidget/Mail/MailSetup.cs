using CommunityWidget.Configuration;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Mail;

public static class MailSetup
{
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddOptions<EmailOptions>().BindSettings("Email").ValidateOnStart();
        return services.AddSingleton<IValidateOptions<EmailOptions>, Check>().AddSingleton<Mailer>();
    }

    private sealed class Check : IValidateOptions<EmailOptions>
    {
        public ValidateOptionsResult Validate(string? name, EmailOptions options) =>
            options.Fault() is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;
    }
}
