--[[
  Makes every waiting thread of a site due now: someone came free.
  Guarantee: a claim that is out does not put its thread off any more. One command however many wait.
  KEYS  1 ages   2 later   3 ready   4 marks
  ARGV  1 channel   2 who rings
  Returns nothing.
]]
local ages, later, ready, marks = KEYS[1], KEYS[2], KEYS[3], KEYS[4]

redis.call('hset', marks, 'woken', redis.call('hincrby', marks, 'counter', 1))
if redis.call('zunionstore', ready, 1, ages) > 0 then
  redis.call('del', later)
  redis.call('publish', ARGV[1], ARGV[2])
end
