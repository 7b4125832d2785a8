#!/bin/sh
# Stands in for the trainer: tells what a training tells, takes one step, and ends at a stop, or when the file `go` lies beside it.
here=$(dirname "$0")
case "$*" in *--dry-run*)
    echo '{"event":"data","samples":54,"left_out":3,"modalities":{"image_region":54},"findings":[{"kind":"box outside the picture","count":3,"left_out":true,"example":"regions:7"}],"parameters":1000}'
    echo '{"event":"estimate","seconds_a_step":0.5,"memory_bytes":1200000000,"disk_bytes":6000000,"free_bytes":90000000000}'
    exit 0;; esac
while [ $# -gt 0 ]; do [ "$1" = --output ] && run=$2; shift; done
log=$run/log.jsonl
stat=$(cat /proc/$$/stat); set -- ${stat##*) }; shift 19
echo "{\"event\":\"start\",\"step\":0,\"process\":$$,\"host\":\"$(uname -n)\",\"process_start\":\"$1\",\"boot\":\"$(cat /proc/sys/kernel/random/boot_id)\"}" >> "$log"
mkdir -p "$run/checkpoints/step-000000000"
echo '{"event":"step","step":1,"steps":4,"progress":0.25,"loss":2,"smoothed_loss":2,"llm":2,"captions":16,"seconds":1,"seconds_left":3}' >> "$log"
: > "$run/control"
while [ ! -e "$here/go" ]; do
    if grep -q stop "$run/control"; then echo '{"event":"end","stopped":true}' >> "$log"; exit 0; fi
    sleep 0.02
done
echo '{"event":"end","stopped":false}' >> "$log"
