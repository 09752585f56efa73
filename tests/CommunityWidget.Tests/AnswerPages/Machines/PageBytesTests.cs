using System.Buffers;
using CommunityWidget.AnswerPages.Machines.Cache;

namespace CommunityWidget.Tests.AnswerPages.Machines;

public sealed class PageBytesTests
{
    [Fact]
    public async Task Whatever_the_way_it_is_written_a_long_page_is_held_whole_and_in_order()
    {
        using var page = new PageBytes();
        var all = Enumerable.Range(0, 300_000).Select(at => (byte)(at * 7)).ToArray();
        for (var at = 0; at < all.Length;)
        {
            var next = all.AsMemory(at, Math.Min(1 + (at % 9_001), all.Length - at));
            if (at % 3 == 0) await page.Stream.WriteAsync(next);
            else if (at % 3 == 1) await page.Writer.WriteAsync(next);
            else page.Writer.Write(next.Span);
            at += next.Length;
        }

        Assert.Equal(all, page.Written.ToArray());
    }
}
