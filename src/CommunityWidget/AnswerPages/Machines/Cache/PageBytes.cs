using System.Buffers;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace CommunityWidget.AnswerPages.Machines.Cache;

/// <summary>
/// Where an answer is written that will be kept: one piece of rented memory, however it is written. A pipe before a stream before an array would copy each page twice more.
/// </summary>
internal sealed class PageBytes : PipeWriter, IHttpResponseBodyFeature, IDisposable
{
    private const int UsualBytes = 32 * 1_024;

    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(UsualBytes);
    private int _count;
    private Stream? _stream;

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _count);

    public Stream Stream => _stream ??= AsStream(leaveOpen: true);

    public PipeWriter Writer => this;

    public override bool CanGetUnflushedBytes => true;

    // All of it is kept: there is nothing to wait for.
    public override long UnflushedBytes => 0;

    public override Memory<byte> GetMemory(int sizeHint = 0)
    {
        Room(sizeHint);
        return _bytes.AsMemory(_count);
    }

    public override Span<byte> GetSpan(int sizeHint = 0)
    {
        Room(sizeHint);
        return _bytes.AsSpan(_count);
    }

    public override void Advance(int bytes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes, _bytes.Length - _count);
        _count += bytes;
    }

    public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => new(new FlushResult(isCanceled: false, isCompleted: false));

    public override void CancelPendingFlush()
    {
    }

    public override void Complete(Exception? exception = null)
    {
    }

    public void DisableBuffering()
    {
    }

    public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) => SendFileFallback.SendFileAsync(Stream, path, offset, count, cancellationToken);

    public Task CompleteAsync() => Task.CompletedTask;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        (_bytes, _count) = ([], 0);
    }

    private void Room(int wanted)
    {
        if (_bytes.Length - _count >= Math.Max(wanted, 1)) return;
        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * _bytes.Length, _count + wanted));
        Written.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
