# What this machine's kernel allows a person. Reads cases, a line each: mode, owner and group of files, and of the directory that they are in.
# Prints a line for each: + for each operation that is done, - for each that permissions do not allow, ? for what went wrong in another way.
# Run by root, in an empty directory that all can search; the person and her group are the arguments. Operations and paths are those of PermissionTableTest.
use strict;
use warnings;
use Errno qw(EACCES EPERM);
use Fcntl;

my ($user, $group) = @ARGV;
my @files = qw(file removed renamed moved replaced chmoded chowned same own other cut timed touched);
my @directories = qw(sub empty renamedSub movedSub);
umask 0;

sub describe {
    my ($path, $mode, $owner, $group) = @_;
    chown $owner, $group, $path or die "chown $path: $!";
    chmod $mode, $path or die "chmod $path: $!";
}

sub make {
    my ($path) = @_;
    sysopen my $file, $path, O_CREAT | O_EXCL | O_WRONLY, 0666 or die "$path: $!";
    close $file;
}

sub removeAll {
    my ($path) = @_;
    removeAll($_) for -d $path && !-l $path ? glob "\"$path/*\"" : ();
    -d $path && !-l $path ? rmdir $path : unlink $path or die "$path: $!";
}

while (my $line = <STDIN>) {
    my ($mode, $owner, $theirs, $directoryMode, $directoryOwner, $directoryGroup) = split ' ', $line;
    my @node = (oct $mode, $owner, $theirs);
    mkdir $_, 0777 or die "$_: $!" for qw(dir other);
    for (@files) {
        make "dir/$_";
        describe "dir/$_", @node;
    }
    for (@directories) {
        mkdir "dir/$_", 0777 or die "$_: $!";
    }
    make 'dir/sub/inner';
    symlink 'file', 'dir/link' or die $!;
    make "other/$_" for qw(brought replacer linked);
    describe 'other/linked', oct $mode, $user, $theirs;
    mkdir 'other/broughtSub', 0777 or die $!;
    describe $_, @node for (map { "dir/$_" } @directories), 'other/broughtSub';
    describe 'dir', oct $directoryMode, $directoryOwner, $directoryGroup;

    my @operations = (
        sub { lstat 'dir/file' },
        sub { sysopen my $file, 'dir/file', O_RDONLY },
        sub { sysopen my $file, 'dir/file', O_WRONLY },
        sub { opendir my $list, 'dir' },
        sub { opendir my $list, 'dir/sub' },
        sub { lstat 'dir/sub/inner' },
        sub { lstat 'dir/sub/.' },
        sub { lstat 'dir/sub/..' },
        sub { readlink 'dir/link' },
        sub { truncate 'dir/cut', 0 },
        sub { chmod 0600, 'dir/chmoded' },
        sub { chown $user + 1, $theirs, 'dir/chowned' },
        sub { chown $owner, $theirs, 'dir/same' },
        sub { chown $owner, $group, 'dir/own' },
        sub { chown $owner, $group + 1, 'dir/other' },
        sub { utime 1, 1, 'dir/timed' },
        sub { utime undef, undef, 'dir/touched' },
        sub { sysopen my $file, 'dir/new', O_CREAT | O_EXCL | O_WRONLY, 0666 },
        sub { mkdir 'dir/newSub', 0777 },
        sub { symlink 'file', 'dir/newLink' },
        sub { link 'other/linked', 'dir/linked' },
        sub { unlink 'dir/removed' },
        sub { rmdir 'dir/empty' },
        sub { rename 'dir/renamed', 'dir/renamed again' },
        sub { rename 'dir/moved', 'other/moved' },
        sub { rename 'other/brought', 'dir/brought' },
        sub { rename 'other/replacer', 'dir/replaced' },
        sub { rename 'dir/renamedSub', 'dir/renamedSub again' },
        sub { rename 'dir/movedSub', 'other/movedSub' },
        sub { rename 'other/broughtSub', 'dir/broughtSub' },
    );
    my $verdicts = '';
    $) = "$group $group";
    $> = $user;
    for my $operation (@operations) {
        $! = 0;
        my $isDone = $operation->();
        $verdicts .= $isDone ? '+' : $! == EACCES || $! == EPERM ? '-' : '?';
    }
    $> = 0;
    $) = '0 0';
    print "$verdicts\n";
    removeAll($_) for qw(dir other);
}
