using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Microsoft.Extensions.Options;

namespace CommunityWidget.Mail;

/// <summary>Hands one mail to the mail server; throws when the server does not take it.</summary>
public sealed class Mailer(IOptions<EmailOptions> options)
{
    private readonly EmailOptions _settings = options.Value;

    public bool IsConfigured => _settings.IsConfigured;

    public async Task Send(Letter letter)
    {
        using var message = Message(letter);
        using var server = new SmtpClient(_settings.Host, _settings.Port) { EnableSsl = _settings.Security == EmailOptions.StartTls };
        if (_settings.UserName != "") server.Credentials = new NetworkCredential(_settings.UserName, _settings.Password);
        using var late = new CancellationTokenSource(_settings.TimeoutMs);
        await server.SendMailAsync(message, late.Token);
    }

    private MailMessage Message(Letter letter)
    {
        var message = new MailMessage(new MailAddress(_settings.From, _settings.FromName, Encoding.UTF8), new MailAddress(letter.To, letter.ToName, Encoding.UTF8))
        {
            Subject = letter.Subject,
            SubjectEncoding = Encoding.UTF8,
        };
        // Nobody's holiday notice answers a machine.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(letter.Text, Encoding.UTF8, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(letter.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        return message;
    }
}
