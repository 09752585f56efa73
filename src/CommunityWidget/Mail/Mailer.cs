using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Retry;

namespace CommunityWidget.Mail;

/// <summary>Hands one mail to the mail server; throws when the server does not take it.</summary>
public sealed class Mailer(IOptions<EmailOptions> options)
{
    private readonly EmailOptions _settings = options.Value;

    // Only where nothing was said yet: what a server has answered, or may have taken, is the outbox's to try again.
    private readonly ResiliencePipeline _connecting = new ResiliencePipelineBuilder()
        .AddRetry(new RetryStrategyOptions
        {
            ShouldHandle = new PredicateBuilder().Handle<SmtpException>(error => error.InnerException is SocketException),
            MaxRetryAttempts = 2,
            Delay = TimeSpan.FromMilliseconds(100),
            BackoffType = DelayBackoffType.Exponential,
        })
        .Build();

    public bool IsConfigured => _settings.IsConfigured;

    public async Task Send(Letter letter) => await _connecting.ExecuteAsync(async _ =>
    {
        using var message = Message(letter);
        using var server = new SmtpClient(_settings.Host, _settings.Port) { EnableSsl = _settings.Security == EmailOptions.StartTls, Timeout = _settings.TimeoutMs };
        if (_settings.UserName != "") server.Credentials = new NetworkCredential(_settings.UserName, _settings.Password);
        using var late = new CancellationTokenSource(_settings.TimeoutMs);
        try
        {
            // A server that stalls in the middle of a mail is not given up by the token alone.
            await server.SendMailAsync(message, late.Token).WaitAsync(late.Token);
        }
        catch (OperationCanceledException error)
        {
            throw new TimeoutException($"The mail server did not take the mail within {_settings.TimeoutMs} ms.", error);
        }
        catch (SmtpException error) when (error.InnerException is null or ArgumentException)
        {
            // Its words, or our own of an address that cannot be written for it, may name whom the mail was for, and what is thrown here is logged.
            throw new MailRefusedException(error.StatusCode);
        }
    });

    private MailMessage Message(Letter letter)
    {
        var message = new MailMessage(
            new MailAddress(_settings.From, OneLine(letter.FromName ?? _settings.FromName), Encoding.UTF8),
            new MailAddress(letter.To, OneLine(letter.ToName), Encoding.UTF8))
        {
            Subject = OneLine(letter.Subject),
            SubjectEncoding = Encoding.UTF8,
        };
        // Written anew for each try, with the links that open by then: it is another mail each time, and a mailbox that had the one before must not hide it.
        message.Headers.Add("Message-ID", $"<{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))}@{new IdnMapping().GetAscii(message.From!.Host)}>");
        // Nobody's holiday notice answers a machine.
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (letter.StopAddress is { } stop)
        {
            message.Headers.Add("List-Unsubscribe", $"<{stop}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(letter.Text, Encoding.UTF8, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(AlternateView.CreateAlternateViewFromString(letter.Html, Encoding.UTF8, MediaTypeNames.Text.Html));
        return message;
    }

    // Whatever a shop or a person is called, it stays within its own header.
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' ? ' ' : c)).Trim();
}

/// <summary>The mail server said no; only its number is told.</summary>
public sealed class MailRefusedException(SmtpStatusCode code) : Exception($"The mail server answered {(int)code}.")
{
    public int Code => (int)code;

    /// <summary>It will say the same the next time. What it says of our own signing in (53x) is put right by whoever runs this program.</summary>
    public bool IsForGood => Code is >= 500 and < 530 or >= 540 and < 600;
}
